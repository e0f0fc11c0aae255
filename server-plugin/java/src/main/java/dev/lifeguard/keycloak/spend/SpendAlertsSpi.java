package dev.lifeguard.keycloak.spend;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** {@code --spi-lifeguard-spend-alerts--webhook--<option>=…} */
public final class SpendAlertsSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "lifeguard-spend-alerts";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return SpendAlerts.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return SpendAlertsFactory.class;
    }
}
