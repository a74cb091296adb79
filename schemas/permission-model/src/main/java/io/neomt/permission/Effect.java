package io.neomt.permission;

/** Whether an entitlement allows or denies. */
public enum Effect {
    ALLOW,
    DENY
}
