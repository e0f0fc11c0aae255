<#import "template.ftl" as layout>
<#import "lifeguard-parts.ftl" as parts>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <bdi>${msg("lifeguardPhoneTitle")}</bdi>
  <#elseif section = "form">
    <@parts.styles />
    <@parts.notice field="phoneNumber" />
    <form id="lifeguard-phone-number" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
      <p dir="auto" id="lifeguard-phone-help">${msg("lifeguardPhoneHelp")}</p>
      <@parts.field name="phoneNumber" label=msg("lifeguardPhoneNumber") type="tel" autocomplete="tel" inputmode="tel" describedBy="lifeguard-phone-help" />
      <@parts.continueButton />
    </form>
  </#if>
</@layout.registrationLayout>
