package dev.lifeguard.keycloak.cognito.pools;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.RepresentationToModel;
import org.keycloak.representations.idm.AuthenticationExecutionExportRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.services.managers.ClientManager;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.util.JsonSerialization;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.lifeguard.keycloak.core.JarResources;

/**
 * What `lifeguard install` adds to a realm, as a realm that it was run on was exported: flows, required actions, attributes of users, the
 * claim {@code amr} and the client of the console. A test makes it again and compares.
 */
final class PoolTemplate {

    private static final String RESOURCE = "lifeguard/pool-template.json";
    private static final String REALM = "{realm}";

    /** @param consoleRoles roles of realm-management that the client of the console may use */
    private record Template(@JsonProperty("realm") RealmRepresentation realm, @JsonProperty("userProfile") UPConfig userProfile,
            @JsonProperty("consoleRoles") String[] consoleRoles) {
    }

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Template template;

    /** @param realm with Keycloak's own defaults; it is the realm of the session's context */
    PoolTemplate(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        try {
            this.template = JsonSerialization.readValue(JarResources.text(RESOURCE).replace(REALM, realm.getName()), Template.class);
        } catch (IOException e) {
            throw new IllegalStateException(RESOURCE, e);
        }
    }

    void apply() {
        addFlows();
        bindFlows();
        template.realm().getRequiredActions().forEach(this::enableAction);
        template.realm().getClientScopes().forEach(this::addMappers);
        template.realm().getClients().forEach(this::addConsole);
        addUserAttributes();
    }

    private void addFlows() {
        Map<String, AuthenticationFlowModel> flows = new HashMap<>();
        for (AuthenticationFlowRepresentation flow : template.realm().getAuthenticationFlows()) {
            flows.put(flow.getAlias(), realm.addAuthenticationFlow(RepresentationToModel.toModel(flow)));
        }
        Map<String, AuthenticatorConfigModel> configs = new HashMap<>();
        template.realm().getAuthenticatorConfig().forEach(
                config -> configs.put(config.getAlias(), realm.addAuthenticatorConfig(RepresentationToModel.toModel(config))));
        for (AuthenticationFlowRepresentation flow : template.realm().getAuthenticationFlows()) {
            for (AuthenticationExecutionExportRepresentation step : flow.getAuthenticationExecutions()) {
                AuthenticationExecutionModel execution = new AuthenticationExecutionModel();
                execution.setParentFlow(flows.get(flow.getAlias()).getId());
                execution.setPriority(step.getPriority());
                execution.setRequirement(AuthenticationExecutionModel.Requirement.valueOf(step.getRequirement()));
                execution.setAuthenticator(step.getAuthenticator());
                execution.setAuthenticatorFlow(step.isAuthenticatorFlow());
                if (step.getFlowAlias() != null) {
                    execution.setFlowId(flows.get(step.getFlowAlias()).getId());
                }
                if (step.getAuthenticatorConfig() != null) {
                    execution.setAuthenticatorConfig(configs.get(step.getAuthenticatorConfig()).getId());
                }
                realm.addAuthenticatorExecution(execution);
            }
        }
    }

    private void bindFlows() {
        RealmRepresentation wanted = template.realm();
        realm.setBrowserFlow(realm.getFlowByAlias(wanted.getBrowserFlow()));
        realm.setDirectGrantFlow(realm.getFlowByAlias(wanted.getDirectGrantFlow()));
        realm.setResetCredentialsFlow(realm.getFlowByAlias(wanted.getResetCredentialsFlow()));
        realm.setRegistrationFlow(realm.getFlowByAlias(wanted.getRegistrationFlow()));
        realm.setFirstBrokerLoginFlow(realm.getFlowByAlias(wanted.getFirstBrokerLoginFlow()));
    }

    private void enableAction(RequiredActionProviderRepresentation wanted) {
        RequiredActionProviderModel there = realm.getRequiredActionProviderByAlias(wanted.getAlias());
        if (there != null) {
            there.setEnabled(true);
            realm.updateRequiredActionProvider(there);
            return;
        }
        RequiredActionProviderModel action = new RequiredActionProviderModel();
        action.setAlias(wanted.getAlias());
        action.setProviderId(wanted.getProviderId());
        action.setName(wanted.getName());
        action.setEnabled(true);
        action.setPriority(wanted.getPriority());
        action.setConfig(Map.of());
        realm.addRequiredActionProvider(action);
    }

    private void addMappers(ClientScopeRepresentation wanted) {
        ClientScopeModel scope = KeycloakModelUtils.getClientScopeByName(realm, wanted.getName());
        wanted.getProtocolMappers().forEach(mapper -> scope.addProtocolMapper(RepresentationToModel.toModel(mapper)));
    }

    private void addConsole(ClientRepresentation wanted) {
        ClientModel console = ClientManager.createClient(session, realm, wanted);
        ClientModel management = realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID);
        for (String role : template.consoleRoles()) {
            console.addScopeMapping(management.getRole(role));
        }
    }

    private void addUserAttributes() {
        UserProfileProvider profiles = session.getProvider(UserProfileProvider.class);
        UPConfig profile = profiles.getConfiguration().clone();
        // Cognito's users need no names. Keycloak's do, and get no tokens before they have entered them on a page.
        profile.getAttributes().forEach(attribute -> attribute.setRequired(null));
        for (UPAttribute attribute : template.userProfile().getAttributes()) {
            profile.addOrReplaceAttribute(attribute);
        }
        profile.setUnmanagedAttributePolicy(template.userProfile().getUnmanagedAttributePolicy());
        profiles.setConfiguration(profile);
    }
}
