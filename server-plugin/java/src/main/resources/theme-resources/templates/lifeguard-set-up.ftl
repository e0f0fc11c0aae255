<#import "template.ftl" as layout>
<#import "lifeguard-parts.ftl" as parts>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <bdi>${msg("lifeguardSetUpTitle")}</bdi>
  <#elseif section = "form">
    <@parts.styles />
    <@parts.notice />
    <form id="lifeguard-set-up" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
      <p dir="auto">${msg("lifeguardSetUpWhy")}</p>
      <#list page.factors as factor>
        <#assign key=(factor == "SMS_MFA")?then("lifeguardSetUpSms", "lifeguardSetUpSoftwareToken")>
        <@parts.choice name="setUp" value=factor label=msg(key) help=msg(key + "Help") />
      </#list>
      <#if page.postponableUntil??>
        <p dir="auto" id="lifeguard-postpone-help">${msg("lifeguardPostponeHelp", parts.number(page.postponableUntil))}</p>
        <@parts.linkButton id="lifeguard-postpone" name="setUp" label=msg("lifeguardPostpone") />
      </#if>
    </form>
  </#if>
</@layout.registrationLayout>
