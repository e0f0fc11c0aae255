<#import "template.ftl" as layout>
<#import "lifeguard-parts.ftl" as parts>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <bdi>${msg("lifeguardSmsTitle")}</bdi>
  <#elseif section = "form">
    <@parts.styles />
    <@parts.notice field="code" />
    <form id="lifeguard-sms-code" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" data-lifeguard-factor="SMS_MFA">
      <p dir="auto" id="lifeguard-sent-to">${msg("lifeguardSmsSentTo", parts.number(page.destination), page.digits?c)}</p>
      <@parts.field name="code" label=msg("lifeguardSmsCode") autocomplete="one-time-code" inputmode="numeric" describedBy="lifeguard-sent-to" />
      <@parts.continueButton />
    </form>
    <form action="${url.loginAction}" method="post">
      <@parts.linkButton id="lifeguard-resend" name="resend" label=msg("lifeguardResend") describedBy="lifeguard-resend-help" />
      <p dir="auto" id="lifeguard-resend-help">${msg("lifeguardResendHelp", page.resend.cooldownInSeconds?c, page.resend.atMost?c)}</p>
      <#if page.otherFactors!false>
        <@parts.linkButton id="lifeguard-other-way" name="factor" label=msg("lifeguardOtherWay") />
      </#if>
      <#if page.mayChangeNumber!false>
        <@parts.linkButton id="lifeguard-change-number" name="change" label=msg("lifeguardChangeNumber") />
      </#if>
    </form>
  </#if>
</@layout.registrationLayout>
