package dev.lifeguard.keycloak.spend;

import org.keycloak.provider.ProviderFactory;

public interface SpendAlertsFactory extends ProviderFactory<SpendAlerts> {
}
