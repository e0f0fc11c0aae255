<#-- Parts of our pages. They use the class names of the login theme, so that the pages look like its own. What is not translated keeps its own
     direction (bdi, dir="auto"), or its full stop would stand on the wrong side of a page that reads from right to left. -->

<#-- What no class of the login theme gives. -->
<#macro styles><link rel="stylesheet" href="${url.resourcesPath}/lifeguard.css"></#macro>

<#-- What the page has to say, read out by screen readers, which pass over Keycloak's own box. What is wrong with a field stands at the field. -->
<#macro notice field="">
  <#if message?has_content && !(field?has_content && messagesPerField.existsError(errorName(field)))>
    <#assign isError=(message.type == "error")>
    <div class="alert-${message.type} ${properties.kcAlertClass!} pf-m-${isError?then('danger', message.type)}" role="${isError?then('alert', 'status')}">
      <div class="${properties.kcAlertIconClass!'pf-c-alert__icon'}" aria-hidden="true">
        <span class="${isError?then(properties.kcFeedbackErrorIcon!, properties.kcFeedbackInfoIcon!)}"></span>
      </div>
      <span dir="auto" class="${properties.kcAlertTitleClass!}">${message.summary}</span>
    </div>
  </#if>
</#macro>

<#macro field name label type="text" autocomplete="" inputmode="text" describedBy="">
  <#assign error=messagesPerField.existsError(errorName(name))?then(messagesPerField.get(errorName(name)), '')>
  <div class="${properties.kcFormGroupClass!}">
    <div class="${properties.kcFormGroupLabelClass!} ${properties.kcLabelWrapperClass!}">
      <label for="${name}" class="${properties.kcLabelClass!}"><span class="${properties.kcFormLabelTextClass!}">${label}</span></label>
    </div>
    <div class="${properties.kcInputWrapperClass!}">
      <span class="${properties.kcFormGroupLabelClass???then(properties.kcInputClass!, '')} <#if error?has_content>${properties.kcError!}</#if>">
        <input id="${name}" name="${name}" type="${type}" class="${properties.kcFormGroupLabelClass???then('', properties.kcInputClass!)}" inputmode="${inputmode}"
               autocomplete="${autocomplete}" autofocus dir="ltr" maxlength="32" required
               aria-describedby="${describedBy}<#if error?has_content> input-error-${name}</#if>" aria-invalid="${error?has_content?c}">
      </span>
      <div class="${properties.kcFormHelperTextClass!}" aria-live="polite">
        <#if error?has_content>
          <div class="${properties.kcInputHelperTextClass!}">
            <div class="${properties.kcInputHelperTextItemClass!} ${properties.kcError!}">
              <span id="input-error-${name}" dir="auto" class="${properties.kcInputErrorMessageClass!}">${error}</span>
            </div>
          </div>
        </#if>
      </div>
    </div>
  </div>
</#macro>

<#-- Keycloak reports what is wrong with an authenticator's code at the name "totp", though the field is called "otp". -->
<#function errorName name><#return (name == "otp")?then("totp", name)></#function>

<#macro continueButton label=msg("lifeguardContinue")>
  <div class="${properties.kcFormGroupClass!}">
    <div class="${properties.kcFormActionGroupClass!} ${properties.kcFormButtonsClass!}">
      <button id="kc-login" type="submit" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}">${label}</button>
    </div>
  </div>
</#macro>

<#macro choice name value label help="" id="">
  <div class="${properties.kcFormGroupClass!}">
    <div class="${properties.kcFormButtonsClass!}">
      <button type="submit" name="${name}" value="${value}"<#if id?has_content> id="${id}"</#if><#if help?has_content> aria-describedby="lifeguard-help-${value}"</#if>
              class="${properties.kcButtonClass!} ${properties.kcButtonSecondaryClass!'pf-m-secondary'} ${properties.kcButtonBlockClass!}">${label}</button>
      <#if help?has_content><p dir="auto" id="lifeguard-help-${value}">${help}</p></#if>
    </div>
  </div>
</#macro>

<#macro linkButton id name value="" label="" describedBy="">
  <button id="${id}" type="submit" name="${name}" value="${value}"<#if describedBy?has_content> aria-describedby="${describedBy}"</#if> class="${properties.kcButtonLinkClass!'btn btn-link'} ${properties.kcButtonBlockClass!}">${label}</button>
</#macro>

<#-- A number, or a date in digits, reads from left to right, also in a sentence that does not, and stays on one line. -->
<#function number text><#return "\x2066" + text?replace("-", "\x2011") + "\x2069"></#function>
