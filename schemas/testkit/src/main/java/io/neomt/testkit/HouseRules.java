package io.neomt.testkit;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules of the house for one module: feature packages are pure, plumbing packages each own one library, {@code
 * config} wires. Plumbing is listed and everything else is pure by default, so that tomorrow's package is pure, too.
 *
 * <p>{@code store} owns SQL, {@code stream} Kafka, {@code cache} Redis, {@code web} HTTP; {@code config} sees all. A
 * plumbing package of another name owns nothing unless {@link #owns} says so. Packages are named by their first segment
 * below the base package. Classes directly in the base package belong to the kernel.
 */
public final class HouseRules {

    private static final String CONFIG = "config";
    private static final Map<String, Library> USUAL_OWNERS =
            Map.of("store", Library.SQL, "stream", Library.KAFKA, "cache", Library.REDIS, "web", Library.HTTP);

    private final String base;
    private final List<JavaClass> classes;
    private final Map<String, Set<Library>> plumbing = new HashMap<>();
    private final Set<String> features = new HashSet<>();
    private final Set<String> kernel = new HashSet<>(Set.of(""));
    private final Set<String> assemblies = new HashSet<>();
    private final Set<String> alsoPure = new HashSet<>();

    private HouseRules(String base, JavaClasses imported) {
        this.base = base;
        this.classes = imported.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .toList();
    }

    /** Rules for every production class below a package. */
    public static HouseRules of(String base) {
        return over(
                base,
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(base));
    }

    static HouseRules over(String base, JavaClasses classes) {
        return new HouseRules(base, classes);
    }

    /** Packages that may do I/O, each with the library that its name stands for. */
    public HouseRules plumbing(String... names) {
        for (String name : names) {
            Set<Library> owned = plumbing.computeIfAbsent(name, any -> EnumSet.noneOf(Library.class));
            if (USUAL_OWNERS.containsKey(name)) {
                owned.add(USUAL_OWNERS.get(name));
            }
        }
        return this;
    }

    /** A plumbing package that owns libraries which its name does not stand for. */
    public HouseRules owns(String name, Library... libraries) {
        plumbing(name);
        plumbing.computeIfAbsent(name, any -> EnumSet.noneOf(Library.class)).addAll(List.of(libraries));
        return this;
    }

    /** Pure packages that do not know each other. A pure package that is not listed is held to the same. */
    public HouseRules features(String... names) {
        features.addAll(List.of(names));
        return this;
    }

    /** Pure packages that every feature may use and that use no feature. */
    public HouseRules kernel(String... names) {
        kernel.addAll(List.of(names));
        return this;
    }

    /** Pure packages that put the features together; no feature and no kernel knows them. */
    public HouseRules assemblies(String... names) {
        assemblies.addAll(List.of(names));
        return this;
    }

    /** Further packages, with all below them, that pure code of this module may use, such as another module's core. */
    public HouseRules pureMayUse(String... packages) {
        alsoPure.addAll(List.of(packages));
        return this;
    }

    /** @throws AssertionError naming every breach */
    public void verify() {
        List<String> breaches = Stream.of(
                        missingPackages(),
                        classes.stream().flatMap(this::mutableStatics),
                        classes.stream().filter(this::isPure).flatMap(this::impurities),
                        dependencies().flatMap(this::breach))
                .flatMap(found -> found)
                .distinct()
                .sorted()
                .toList();
        if (!breaches.isEmpty()) {
            throw new AssertionError(breaches.size() + " breaches of the house rules in " + base + ":\n  "
                    + String.join("\n  ", breaches));
        }
    }

    private Stream<String> missingPackages() {
        Set<String> present =
                classes.stream().map(type -> Packages.segment(type, base)).collect(Collectors.toSet());
        List<String> listed = new ArrayList<>(plumbing.keySet());
        listed.addAll(features);
        listed.addAll(assemblies);
        kernel.stream().filter(name -> !name.isEmpty()).forEach(listed::add);
        Stream<String> absent = listed.stream()
                .filter(name -> !present.contains(name))
                .map(name -> "package " + base + "." + name + " is listed but has no classes");
        return classes.isEmpty() ? Stream.of("package " + base + " has no classes") : absent;
    }

    private Stream<String> mutableStatics(JavaClass type) {
        return type.getFields().stream()
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                .map(JavaField::getFullName)
                .map(name -> name + " is static and not final: services share one process");
    }

    private Stream<String> impurities(JavaClass type) {
        Stream<String> calls = type.getAccessesFromSelf().stream()
                .filter(Purity::refuses)
                .map(access -> access.getDescription() + ": pure code is given time, ids and chance");
        Stream<String> types = type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> !mayBeUsedByPure(dependency.getTargetClass()))
                .collect(Collectors.toMap(
                        Dependency::getTargetClass, Dependency::getDescription, (first, more) -> first))
                .values()
                .stream()
                .map(use -> use + ": pure code does not use this");
        return Stream.concat(calls, types);
    }

    private boolean mayBeUsedByPure(JavaClass target) {
        if (Packages.within(target, base)) {
            return isPure(target);
        }
        return Purity.allows(target) || alsoPure.stream().anyMatch(name -> Packages.within(target, name));
    }

    private Stream<Dependency> dependencies() {
        return classes.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream());
    }

    private Stream<String> breach(Dependency dependency) {
        String from = Packages.segment(dependency.getOriginClass(), base);
        JavaClass target = dependency.getTargetClass();
        if (!Packages.within(target, base)) {
            return foreignLibrary(from, target).map(problem -> dependency.getDescription() + problem);
        }
        String to = Packages.segment(target, base);
        if (from.equals(to) || from.equals(CONFIG)) {
            return Stream.empty();
        }
        return between(from, to).map(problem -> dependency.getDescription() + problem);
    }

    private Stream<String> foreignLibrary(String from, JavaClass target) {
        if (from.equals(CONFIG)) {
            return Stream.empty();
        }
        Set<Library> owned = plumbing.getOrDefault(from, Set.of());
        return Stream.of(Library.values())
                .filter(library -> library.contains(target) && !owned.contains(library))
                .map(library -> ": '" + from + "' does not own " + library);
    }

    private Stream<String> between(String from, String to) {
        if (to.equals(CONFIG)) {
            return Stream.of(": nobody but config uses config");
        }
        if (assemblies.contains(to) && isPure(from) && !assemblies.contains(from)) {
            return Stream.of(": features do not know what puts them together");
        }
        if (isFeature(to) && isFeature(from)) {
            return Stream.of(": features do not know each other");
        }
        if (isFeature(to) && kernel.contains(from)) {
            return Stream.of(": the kernel does not know the features");
        }
        return Stream.empty();
    }

    private boolean isPure(JavaClass type) {
        return isPure(Packages.segment(type, base));
    }

    private boolean isPure(String segment) {
        return !plumbing.containsKey(segment);
    }

    private boolean isFeature(String segment) {
        return isPure(segment) && !kernel.contains(segment) && !assemblies.contains(segment);
    }
}
