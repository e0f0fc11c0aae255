<#import "template.ftl" as layout>
<#assign error=messagesPerField.existsError('code')?then(messagesPerField.get('code'), '')>
<@layout.registrationLayout displayMessage=!error?has_content; section>
  <#if section = "header">
    ${msg("lifeguardSmsTitle")}
  <#elseif section = "form">
    <form id="lifeguard-sms-code" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" data-lifeguard-factor="SMS_MFA">
      <p id="lifeguard-sent-to">${msg("lifeguardSmsSentTo", "\x2066" + destination + "\x2069", digits)}</p>
      <div class="${properties.kcFormGroupClass!}">
        <div class="${properties.kcFormGroupLabelClass!} ${properties.kcLabelWrapperClass!}">
          <label for="code" class="${properties.kcLabelClass!}"><span class="${properties.kcFormLabelTextClass!}">${msg("lifeguardSmsCode")}</span></label>
        </div>
        <div class="${properties.kcInputWrapperClass!}">
          <span class="${properties.kcFormGroupLabelClass???then(properties.kcInputClass!, '')} <#if error?has_content>${properties.kcError!}</#if>">
            <input id="code" name="code" type="text" class="${properties.kcFormGroupLabelClass???then('', properties.kcInputClass!)}" inputmode="numeric"
                   autocomplete="one-time-code" autofocus dir="ltr" maxlength="16" required
                   aria-describedby="lifeguard-sent-to<#if error?has_content> input-error-code</#if>" aria-invalid="${error?has_content?c}">
          </span>
          <div class="${properties.kcFormHelperTextClass!}" aria-live="polite">
            <#if error?has_content>
              <div class="${properties.kcInputHelperTextClass!}">
                <div class="${properties.kcInputHelperTextItemClass!} ${properties.kcError!}">
                  <span id="input-error-code" class="${properties.kcInputErrorMessageClass!}">${error}</span>
                </div>
              </div>
            </#if>
          </div>
        </div>
      </div>
      <div class="${properties.kcFormGroupClass!}">
        <div class="${properties.kcFormActionGroupClass!} ${properties.kcFormButtonsClass!}">
          <button id="kc-login" type="submit" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}">${msg("lifeguardContinue")}</button>
        </div>
      </div>
    </form>
    <form action="${url.loginAction}" method="post">
      <button id="lifeguard-resend" type="submit" name="resend" value="" class="${properties.kcButtonLinkClass!'btn btn-link'} ${properties.kcButtonBlockClass!}">${msg("lifeguardResend")}</button>
      <#if otherFactors>
        <button id="lifeguard-other-way" type="submit" name="factor" value="" class="${properties.kcButtonLinkClass!'btn btn-link'} ${properties.kcButtonBlockClass!}">${msg("lifeguardOtherWay")}</button>
      </#if>
    </form>
  </#if>
</@layout.registrationLayout>
