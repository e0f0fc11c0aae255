package dev.lifeguard.keycloak.cognito.seeds;

import java.util.List;
import java.util.Map;

import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.OTPPolicy;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.dto.OTPCredentialData;
import org.keycloak.models.utils.Base32;
import org.keycloak.models.utils.TimeBasedOTP;
import org.keycloak.storage.ReadOnlyException;
import org.keycloak.utils.CredentialHelper;

import com.fasterxml.jackson.databind.JsonNode;

import dev.lifeguard.keycloak.cognito.OpenThings;
import dev.lifeguard.keycloak.cognito.PortGroup;
import dev.lifeguard.keycloak.cognito.Secrets;

/** Authenticator apps: Keycloak's own credentials, so that its pages take them too. */
public final class SeedPorts implements PortGroup {

    /** The only kind that clients of Cognito show to a user, whatever the realm makes on its own pages. */
    private static final String ALGORITHM = "HmacSHA1";
    private static final int DIGITS = 6;
    private static final int PERIOD_IN_SECONDS = 30;

    private final KeycloakSession session;
    private final OpenThings open;
    private final Secrets secrets;

    public SeedPorts(KeycloakSession session, OpenThings open, Secrets secrets) {
        this.session = session;
        this.open = open;
        this.secrets = secrets;
    }

    @Override
    public Map<String, Port> ports() {
        return Map.of(
                "issueSeed", input -> secrets.refer(pending(input).issue(input.path("lifeInSeconds").asLong())),
                "confirmSeed", input -> confirm(pending(input), input.path("code").asText(), input.path("label").asText("")),
                "judgeSoftwareToken", input -> judge(input.path("code").asText()));
    }

    private PendingSeed pending(JsonNode input) {
        return new PendingSeed(session, open.realm(), open.user(), input.path("id").asText());
    }

    private String confirm(PendingSeed seed, String code, String label) {
        if (seed.wasConfirmedBy(code)) {
            return "confirmed";
        }
        String secret = seed.secret();
        if (secret == null) {
            return "gone";
        }
        TimeBasedOTP generator = new TimeBasedOTP(ALGORITHM, DIGITS, PERIOD_IN_SECONDS, policy().getLookAheadWindow());
        if (!generator.validateTOTP(code, Base32.decode(secret)) || !seed.take(code)) {
            return "wrong";
        }
        try {
            replaceAll(secret, code, label);
        } catch (ReadOnlyException e) {
            return "read-only";
        }
        // As Keycloak's own page does when it has set one up.
        open.user().removeRequiredAction(UserModel.RequiredAction.CONFIGURE_TOTP);
        new EventBuilder(open.realm(), session, session.getContext().getConnection()).event(EventType.UPDATE_CREDENTIAL)
                .client(open.hasClient() ? open.client() : null).user(open.user())
                .detail(Details.CREDENTIAL_TYPE, OTPCredentialModel.TYPE).success();
        return "confirmed";
    }

    private void replaceAll(String secret, String code, String label) {
        tokens().forEach(token -> open.user().credentialManager().removeStoredCredentialById(token.getId()));
        boolean usedUp;
        try {
            usedUp = CredentialHelper.createOTPCredential(session, open.realm(), open.user(), code, credential(secret, label));
        } catch (ModelDuplicateException nameIsTaken) {
            usedUp = CredentialHelper.createOTPCredential(session, open.realm(), open.user(), code, credential(secret, ""));
        }
        if (!usedUp) {
            throw new IllegalStateException("Keycloak does not take the code of the authenticator that it has just stored");
        }
    }

    private static OTPCredentialModel credential(String secret, String label) {
        OTPCredentialModel credential = OTPCredentialModel.createTOTP(secret, DIGITS, PERIOD_IN_SECONDS, ALGORITHM,
                OTPCredentialModel.SecretEncoding.BASE32.name());
        credential.setUserLabel(label.isEmpty() ? null : label);
        return credential;
    }

    private String judge(String code) {
        List<OTPCredentialModel> tokens = tokens();
        for (OTPCredentialModel token : tokens) {
            if (open.user().credentialManager().isValid(new UserCredentialModel(token.getId(), OTPCredentialModel.TYPE, code))) {
                return "right";
            }
        }
        return tokens.stream().anyMatch(token -> isUsed(token, code)) ? "used" : "wrong";
    }

    /** Whether the code would be right, had Keycloak not taken it before. */
    private boolean isUsed(OTPCredentialModel token, String code) {
        OTPCredentialData kind = token.getOTPCredentialData();
        if (!OTPCredentialModel.TOTP.equals(kind.getSubType())) {
            return false;
        }
        return new TimeBasedOTP(kind.getAlgorithm(), kind.getDigits(), kind.getPeriod(), policy().getLookAheadWindow())
                .validateTOTP(code, token.getDecodedSecret())
                && session.singleUseObjects().contains(token.getId() + "." + code);
    }

    private List<OTPCredentialModel> tokens() {
        return open.user().credentialManager().getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE)
                .map(OTPCredentialModel::createFromCredentialModel).toList();
    }

    private OTPPolicy policy() {
        return open.realm().getOTPPolicy();
    }
}
