<#import "template.ftl" as layout>
<#import "lifeguard-parts.ftl" as parts>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <bdi>${msg("lifeguardTokenTitle")}</bdi>
  <#elseif section = "form">
    <@parts.styles />
    <@parts.notice field="otp" />
    <#-- The id and the field's name are those of Keycloak's own page, which password managers know. -->
    <form id="kc-otp-login-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" data-lifeguard-factor="SOFTWARE_TOKEN_MFA">
      <p dir="auto" id="lifeguard-token-help">${msg("lifeguardTokenHelp")}</p>
      <@parts.field name="otp" label=msg("loginOtpOneTime") autocomplete="one-time-code" inputmode="numeric" describedBy="lifeguard-token-help" />
      <@parts.continueButton label=msg("doLogIn") />
    </form>
    <#if page.otherFactors!false>
      <form action="${url.loginAction}" method="post">
        <@parts.linkButton id="lifeguard-other-way" name="factor" label=msg("lifeguardOtherWay") />
      </form>
    </#if>
  </#if>
</@layout.registrationLayout>
