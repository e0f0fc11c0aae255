<#import "template.ftl" as layout>
<#import "lifeguard-parts.ftl" as parts>
<#macro button change value label danger=false describedBy="">
  <button type="submit" name="button" value="${change}:${value}"<#if describedBy?has_content> aria-describedby="${describedBy}"</#if>
          class="${properties.kcButtonClass!} ${danger?then('pf-m-danger', properties.kcButtonSecondaryClass!'pf-m-secondary')} ${properties.kcButtonBlockClass!}">${label}</button>
</#macro>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <bdi>${msg("lifeguardSettingsTitle")}</bdi>
  <#elseif section = "form">
    <@parts.styles />
    <@parts.notice />
    <form id="lifeguard-mfa-settings" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
      <#if page.factors?size == 0><p dir="auto">${msg("lifeguardSettingsNone")}</p></#if>
      <#list page.factors as view>
        <#assign isSms=(view.factor == "SMS_MFA")>
        <section aria-labelledby="lifeguard-${view.factor}" data-lifeguard-factor="${view.factor}" class="${properties.kcFormGroupClass!}">
          <h2 id="lifeguard-${view.factor}">${isSms?then(msg("lifeguardSelectSms"), msg("lifeguardSelectSoftwareToken"))}</h2>
          <p dir="auto">
            <#if isSms>${msg("lifeguardSettingsSmsTo", parts.number(view.destination))}</#if>
            ${view.isPreferred?then(msg("lifeguardSettingsPreferred"), view.isEnabled?then(msg("lifeguardSettingsOn"), msg("lifeguardSettingsOff")))}
          </p>
          <#if view.isEnabled && page.factors?size gt 1>
            <#if view.isPreferred><@button change="no-preference" value=view.factor label=msg("lifeguardSettingsNoPreference") describedBy="lifeguard-" + view.factor />
            <#else><@button change="prefer" value=view.factor label=msg("lifeguardSettingsPrefer") describedBy="lifeguard-" + view.factor /></#if>
          </#if>
          <#if view.isOptional>
            <#if view.isEnabled><@button change="disable" value=view.factor label=msg("lifeguardSettingsTurnOff") describedBy="lifeguard-" + view.factor />
            <#else><@button change="enable" value=view.factor label=msg("lifeguardSettingsTurnOn") describedBy="lifeguard-" + view.factor /></#if>
          </#if>
          <#if view.isUnverified!false><@button change="add" value=view.factor label=msg("lifeguardSettingsVerify") describedBy="lifeguard-" + view.factor /></#if>
          <#list view.tokens![] as token>
            <#assign label=token.label?has_content?then(token.label, msg("lifeguardSelectSoftwareToken"))>
            <@button change="replace" value=token.id label=msg("lifeguardSettingsReplace", label) />
            <#if view.mayRemove><@button change="remove" value=token.id label=msg("lifeguardSettingsRemove", label) danger=true /></#if>
          </#list>
        </section>
      </#list>
      <#if page.mayAddSoftwareToken><@button change="add" value="SOFTWARE_TOKEN_MFA" label=msg("lifeguardSettingsAddSoftwareToken") /></#if>
      <#if page.mayAddPhoneNumber><@button change="add" value="SMS_MFA" label=msg("lifeguardSettingsAddPhone") /></#if>
      <button type="submit" name="button" value="done" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}">${msg("lifeguardSettingsDone")}</button>
    </form>
  </#if>
</@layout.registrationLayout>
