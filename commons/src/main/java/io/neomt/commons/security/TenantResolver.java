package io.neomt.commons.security;

import io.neomt.commons.connections.Tenant;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Gives a controller the tenant that its path names as {@code {tenant}}, or the caller's own where the path names none,
 * and only one that the caller may act in.
 */
public final class TenantResolver implements HandlerMethodArgumentResolver {

    private static final String VARIABLE = "tenant";

    private final Supplier<TenantAccess> access;

    /** @param access asked for when the first tenant is resolved */
    public TenantResolver(Supplier<TenantAccess> access) {
        this.access = access;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Tenant.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return access.get().resolve(CallerResolver.callerOf(request), named(request));
    }

    private static @Nullable String named(NativeWebRequest request) {
        Object variables =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        return variables instanceof Map<?, ?> map && map.get(VARIABLE) instanceof String name ? name : null;
    }
}
