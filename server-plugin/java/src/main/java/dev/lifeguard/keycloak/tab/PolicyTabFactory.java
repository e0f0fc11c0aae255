package dev.lifeguard.keycloak.tab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.keycloak.Config;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.ui.extend.UiTabProvider;
import org.keycloak.services.ui.extend.UiTabProviderFactory;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.core.Core;
import dev.lifeguard.keycloak.core.Json;
import dev.lifeguard.keycloak.ports.KeycloakPorts;
import dev.lifeguard.keycloak.ports.PoolClock;

/**
 * The tab with the policy in the realm settings of Keycloak's own console, where the feature {@code declarative-ui} is on. Keycloak keeps
 * what the tab shows in a component; the policy is in the realm's attributes, and the component follows them.
 */
public final class PolicyTabFactory implements UiTabProviderFactory<ComponentModel>, UiTabProvider {

    /** Also the key of the tab's title among the messages. */
    static final String ID = "lifeguard-policy";
    static final String CONSOLE = "console";

    private static final Map<String, String> TYPES = Map.of(
            "choice", ProviderConfigProperty.LIST_TYPE,
            "switch", ProviderConfigProperty.BOOLEAN_TYPE);

    @Override
    public String getPath() {
        return "/:realm/realm-settings/:tab?";
    }

    @Override
    public Map<String, String> getParams() {
        return Map.of("tab", "lifeguard");
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        List<ProviderConfigProperty> properties = new ArrayList<>();
        properties.add(consoleAddress());
        JsonNode fields = Core.get().ask("policyFormFields", Json.object(), PolicyTabFactory::noPort);
        fields.forEach(field -> properties.add(property(field)));
        return properties;
    }

    private static ProviderConfigProperty consoleAddress() {
        ProviderConfigProperty property = new ProviderConfigProperty(CONSOLE, "Console of Lifeguard",
                "Below the address of the server: spend, users and their factors, gateways and the bypass audit.",
                ProviderConfigProperty.STRING_TYPE, null);
        property.setReadOnly(true);
        return property;
    }

    private static ProviderConfigProperty property(JsonNode field) {
        String type = TYPES.getOrDefault(field.path("kind").asText(), ProviderConfigProperty.STRING_TYPE);
        ProviderConfigProperty property = new ProviderConfigProperty(field.path("name").asText(), field.path("label").asText(),
                field.path("help").asText(), type, field.path("byDefault").asText());
        if (field.has("options")) {
            property.setOptions(Json.convert(field.path("options"), new TypeReference<List<String>>() { }));
        }
        return property;
    }

    private static String noPort(String port, String json) {
        throw new IllegalStateException("the fields of a form are the same in every realm");
    }

    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel model) {
        // Saving says what is wrong, and is undone then.
    }

    @Override
    public void onCreate(KeycloakSession session, RealmModel realm, ComponentModel model) {
        save(session, realm, model, true);
    }

    @Override
    public void onUpdate(KeycloakSession session, RealmModel realm, ComponentModel oldModel, ComponentModel newModel) {
        save(session, realm, newModel, false);
    }

    private static void save(KeycloakSession session, RealmModel realm, ComponentModel model, boolean isNew) {
        ObjectNode form = Json.object().put("isNew", isNew);
        ObjectNode values = form.putObject("values");
        model.getConfig().forEach((name, value) -> values.put(name, value.isEmpty() ? "" : value.get(0)));
        JsonNode answer = Core.get().ask("savePolicyForm", form, new KeycloakPorts(session, realm, null, null, PoolClock.ofServer()));
        if (!answer.path("ok").asBoolean(false)) {
            List<String> problems = answer.path("problems").findValuesAsText("message");
            // The text is a parameter, because Keycloak reads a message as a pattern with braces of its own.
            throw new ComponentValidationException("{0}", String.join(" ", problems));
        }
    }

    @Override
    public void init(Config.Scope config) {
        Core.start();
    }

    /** Whoever opens the tab sees the component, so it must be there before, with the policy that the realm has. */
    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof RealmModel.RealmPostCreateEvent created) {
                PolicyMirror.update(created.getKeycloakSession(), created.getCreatedRealm());
            }
            if (event instanceof PostMigrationEvent started) {
                PolicyMirror.updateAll(started.getFactory());
            }
        });
    }

    @Override
    public void close() {
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getHelpText() {
        return "The policy of the pool";
    }
}
