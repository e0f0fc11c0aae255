<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("lifeguardSelectTitle")}
  <#elseif section = "form">
    <form id="lifeguard-select-factor" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
      <#list factors as factor>
        <#assign key=(factor == "SMS_MFA")?then("lifeguardSelectSms", "lifeguardSelectSoftwareToken")>
        <div class="${properties.kcFormGroupClass!}">
          <div class="${properties.kcFormButtonsClass!}">
            <button type="submit" name="factor" value="${factor}" aria-describedby="lifeguard-help-${factor}"
                    class="${properties.kcButtonClass!} ${properties.kcButtonSecondaryClass!'pf-m-secondary'} ${properties.kcButtonBlockClass!}">${msg(key)}</button>
            <p id="lifeguard-help-${factor}">${msg(key + "Help")}</p>
          </div>
        </div>
      </#list>
    </form>
  </#if>
</@layout.registrationLayout>
