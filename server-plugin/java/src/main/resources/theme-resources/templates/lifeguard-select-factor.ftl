<#import "template.ftl" as layout>
<#import "lifeguard-parts.ftl" as parts>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <bdi>${msg("lifeguardSelectTitle")}</bdi>
  <#elseif section = "form">
    <@parts.styles />
    <@parts.notice />
    <form id="lifeguard-select-factor" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
      <#list page.factors as factor>
        <#assign key=(factor == "SMS_MFA")?then("lifeguardSelectSms", "lifeguardSelectSoftwareToken")>
        <@parts.choice name="factor" value=factor label=msg(key) help=msg(key + "Help") />
      </#list>
    </form>
  </#if>
</@layout.registrationLayout>
