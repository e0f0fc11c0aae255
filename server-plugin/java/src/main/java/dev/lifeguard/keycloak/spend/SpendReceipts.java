package dev.lifeguard.keycloak.spend;

import org.keycloak.models.KeycloakSession;

import dev.lifeguard.keycloak.sms.Receipt;

/** What gateways say later of texts that were paid for: it is counted for the reports, and a text that did not arrive stays paid for. */
public final class SpendReceipts {

    private SpendReceipts() {
    }

    /** @return false while the text is being sent: the gateway has to send the receipt again */
    public static boolean note(KeycloakSession session, Receipt receipt) {
        String realmId = session.getContext().getRealm().getId();
        SpendLedger ledger = new SpendLedger(session.getKeycloakSessionFactory());
        return switch (receipt.status()) {
            case DELIVERED -> ledger.note(realmId, receipt.messageId(), SpentText.State.DELIVERED);
            case FAILED -> ledger.note(realmId, receipt.messageId(), SpentText.State.UNDELIVERED);
            case UNDERWAY -> true;
        };
    }
}
