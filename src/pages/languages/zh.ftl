# 页面文字（简体中文）。

## Every page

page-title-error = 错误：{ $heading } – { $site }
page-title = { $heading } – { $site }
language = 语言：
not-you = 不是您？
start-over = 从头开始

## Services of others, to sign in with

provider-of-several = { $name }（{ $number }）

## What can be set up, and what each is good for

enroll-good-for-password = 只有您知道的单词或短语。
enroll-good-for-email = 通过电子邮件接收验证码或链接。
enroll-good-for-phone = 通过短信或电话接收验证码。
enroll-good-for-phone-messages = 通过短信接收验证码。
enroll-good-for-app = 在手机上轻点一下即可批准登录。
enroll-good-for-code-app = 手机上的应用会显示验证码，没有网络也能用。
enroll-good-for-code-device = 随身携带的设备会显示验证码。
enroll-good-for-passkey = 使用指纹、面孔、PIN 或可插入的密钥，无需记住任何内容。
enroll-good-for-question = 只有您能回答的问题。
enroll-good-for-account = 您在其他服务中的帐户。
enroll-good-for-card = 智能卡和读卡器。
enroll-good-for-badge = 可贴近手机感应的工牌。
enroll-only-for-recovery = 仅在您无法登录时使用。
enroll-badge-date = 可推迟到 { $date }
enroll-badge-skips = 还可推迟 { $count } 次
enroll-badge-now = 现在需要

## What to do in an application or on another device

guide-qr-install = 在手机上安装 { $name }。
guide-qr-add = 打开应用，选择添加工作帐户。
guide-qr-scan = 扫描下面的二维码。
guide-here-install = 如果此设备上还没有 { $name }，请先获取。
guide-here-add = 打开应用，选择添加工作帐户。
guide-here-address = 当应用要求输入地址时，请输入 { $address }。
guide-other-open = 在您已使用 { $name } 的设备上打开该应用。
guide-other-open-on = 在以下任一设备上打开 { $name }：{ $devices }。
guide-other-add = 在应用中选择您的帐户，然后选择添加其他设备。
guide-other-confirm = 在该设备上确认是您本人。
guide-open = 打开 { $name }
guide-get = 获取 { $name }
channel-qrcode = 适用于此屏幕以外的手机或平板电脑。
channel-email = 我们会发送一个链接，请在手机上打开。
channel-sms = 我们会发送一个链接，请在手机上打开。
channel-samedevice = 适用于您当前设备上的应用。
channel-devicebootstrap = 适用于您已有使用该应用的设备。
device-store-apple = 从 App Store 获取 Okta Verify。
device-store-google = 从 Google Play 获取 Okta Verify。
device-store-other = 获取适用于此设备的 Okta Verify。
device-add-account = 打开应用并添加工作帐户。
device-address = 当应用要求输入地址时，请输入 { $address }。
device-follow = 点按下面的按钮设置设备，并按照提示操作。
device-restart = 完成后，关闭此页面。
device-come-back = 然后回到您要打开的内容，重新登录。

## Steps with a purpose of their own: a heading, what the heading leaves open, and a button

purpose-next-code-heading = 输入下一个验证码
purpose-next-code-lead = 请等待 { $name } 显示新的验证码，然后输入。
purpose-next-code-button = 验证
purpose-touch-heading = 触摸您的 { $name }
purpose-touch-lead = 插入并触摸它，验证码会自动输入。
purpose-touch-button = 验证
purpose-touch-enroll-heading = 设置 { $name }
purpose-touch-enroll-lead = 插入并触摸它，验证码会自动输入。
purpose-touch-enroll-button = 设置
purpose-two-codes-heading = 设置 { $name }
purpose-two-codes-lead = 请输入凭据 ID，然后依次输入它先后显示的两个验证码。
purpose-two-codes-button = 设置
purpose-token-enroll-heading = 设置 { $name }
purpose-token-enroll-lead = 请输入您在该服务中的用户名及其显示的验证码。
purpose-token-enroll-button = 设置
purpose-passkey-heading = 使用您的通行密钥
purpose-passkey-lead = 您的设备会要求您使用指纹、面孔、PIN 或安全密钥。
purpose-passkey-button = 继续
purpose-passkey-enroll-heading = 设置通行密钥
purpose-passkey-enroll-lead = 您的设备会要求您使用指纹、面孔、PIN 或安全密钥。无需记住任何内容。
purpose-passkey-enroll-button = 设置
purpose-passkey-promoted-heading = 下次登录更快捷
purpose-passkey-promoted-lead = 有了通行密钥，您可以用指纹、面孔或 PIN 代替验证码和密码。
purpose-passkey-promoted-button = 创建通行密钥
purpose-not-sent-heading = 获取验证码
purpose-not-sent-lead = 将验证码发送到 { $place }，然后在此处输入。
purpose-not-sent-button = 验证
purpose-email-or-link-heading = 查看您的电子邮件
purpose-email-or-link-lead = 我们已将验证码发送到 { $place }。请在此处输入，或打开邮件中的链接。可能需要一分钟才能收到。
purpose-email-or-link-button = 验证
purpose-pin-enroll-heading = 设定 PIN
purpose-pin-enroll-lead = 每次使用 { $name } 时都需要输入。
purpose-pin-enroll-button = 设置 PIN
purpose-badge-enroll-heading = 设置 { $name }
purpose-badge-enroll-lead = 打开 Okta Verify，然后将工牌贴近手机背面。
purpose-badge-enroll-button = 继续
purpose-badge-heading = 使用 { $name }
purpose-badge-lead = 将工牌贴近手机背面。
purpose-badge-button = 继续
purpose-push-heading = 使用 { $name } 验证
purpose-push-lead = 我们会请您在 { $place } 上批准。
purpose-push-button = 发送推送通知
purpose-fastpass-heading = 使用 { $name } 验证
purpose-fastpass-lead = 此设备上的 { $name } 会确认是您本人。
purpose-fastpass-button = 使用 Okta FastPass
purpose-recovery-choice-heading = 重置密码
purpose-recovery-choice-lead = 首先请选择验证身份的方式。
purpose-recovery-choice-button = 继续
purpose-channel-heading = 设置 { $name }
purpose-channel-lead = 选择适合您的方式，结果都一样。
purpose-channel-button = 继续
purpose-password-elsewhere-heading = 更改密码
purpose-password-elsewhere-lead = 您的密码已过期。请在 { $place } 更改密码，然后回到这里登录。
purpose-password-elsewhere-button = 继续
purpose-admin-consent-heading = 允许访问您的组织？
purpose-admin-consent-lead = 允许后，{ $place } 可以对您组织中的所有人执行以下操作：
purpose-admin-consent-button = 允许访问
purpose-open-app-heading = 使用 Okta Verify 验证
purpose-open-app-lead = 请在此设备上打开 Okta Verify 以继续。如果没有反应，请先获取该应用，或以其他方式登录。
purpose-open-app-button = 继续
purpose-browser-checks-heading = 请稍候
purpose-browser-checks-lead = 您的浏览器和组织正在检查此设备。
purpose-browser-checks-button = 继续
purpose-device-confirms-heading = 使用此设备验证
purpose-device-confirms-lead = 您的设备会确认是您本人，可能会要求您使用指纹、面孔或锁屏密码。
purpose-device-confirms-button = 继续
purpose-no-answer-heading = 以其他方式登录
purpose-no-answer-lead = 此设备上的 Okta Verify 没有响应。
purpose-no-answer-button = 继续
purpose-card-heading = 使用智能卡登录
purpose-card-lead = 请先将卡插入读卡器。
purpose-card-button = 继续
purpose-card-factor-heading = 使用您的智能卡
purpose-card-factor-lead = 请先将卡插入读卡器。您会暂时转到其他页面，然后回到这里。
purpose-card-factor-button = 继续
purpose-card-enroll-heading = 设置您的智能卡
purpose-card-enroll-lead = 请先将卡插入读卡器。您会暂时转到其他页面，然后回到这里。
purpose-card-enroll-button = 继续
purpose-account-enroll-heading = 关联 { $name }
purpose-account-enroll-lead = 在那里登录一次，然后回到这里。
purpose-account-enroll-button = 继续
purpose-phone-enroll-heading = 设置您的电话
purpose-phone-enroll-lead = 我们会发送一个验证码，确认您能收到。
purpose-phone-enroll-button = 发送验证码
purpose-call-enroll-heading = 请接听电话
purpose-call-enroll-lead = 我们正在拨打 { $place }。请输入您听到的验证码。
purpose-call-enroll-button = 验证
purpose-secret-enroll-heading = 设置 { $name }
purpose-secret-enroll-lead = 在应用中用此密钥添加帐户，然后输入其显示的验证码。
purpose-secret-enroll-button = 验证
purpose-look-for-app-heading = 使用 Okta Verify 验证
purpose-look-for-app-lead = 我们正在此设备上查找 Okta Verify。它可能会要求您使用指纹、面孔或锁屏密码。
purpose-look-for-app-button = 继续
purpose-busy-heading = 请稍候
purpose-busy-lead = 登录服务正忙。我们会自动重试，您的操作不会丢失。
purpose-busy-button = 再次检查
purpose-activation-heading = 重新获取激活邮件
purpose-activation-lead = 我们会给您发送一个新的帐户激活链接。
purpose-activation-button = 发送邮件
purpose-profile-heading = 完善您的个人资料
purpose-profile-lead = 您的资料还缺少一些信息，只需填写这一次。
purpose-profile-button = 继续

## Questions that belong together in a form about a person

profile-address = 地址

## Facts beside a step

identity-terms = 使用条款
identity-privacy = 隐私政策
identity-read = 继续之前，您可以阅读：

## Ends: what is called so, what it means

end-link-expired-lead = 链接已过期。请回到您请求链接的页面，重新发送。
end-link-used-lead = 链接已被使用，或已发送了更新的链接。请回到您请求链接的页面。
end-link-broken-lead = 链接有问题。请回到您请求链接的页面，重新发送。
end-moved-lead = 您已在另一个标签页中继续。
end-confirmed-heading = 您的电子邮件已确认
end-confirmed-lead = 请回到您开始时的标签页。您可以关闭此页面。
end-your-code-lead = 请回到您开始登录的页面，在那里输入此验证码。
end-refused-lead = 没有人登录。如果是您本人想登录，请重新开始。
end-check-email-lead = 我们已给您发送电子邮件。请打开其中的链接以继续；您可以关闭此页面。
end-activation-sent-lead = 我们已给您发送包含新链接的电子邮件。请打开链接以激活帐户。
end-activation-expired-lead = 帐户激活链接已过期。请向管理员索取新链接。
end-activation-missing-lead = 您的帐户可能已激活，那么直接登录即可。如果没有，请向管理员索取新链接。
end-reset-link-lead = 密码重置链接已过期或已被使用。请在登录时选择“忘记密码？”以获取新链接。
end-recovered-lead = 请使用新密码登录。
end-unlocked-lead = 您可以照常登录。
end-unlocked-landed-lead = 现在请验证是您本人。
end-reset-not-possible-heading = 无法在此处重置密码
end-unlock-not-possible-heading = 无法在此处解锁帐户
end-ask-administrator-lead = 请向管理员寻求帮助。
end-device-connected-lead = 请在设备上继续。您可以关闭此页面。
end-device-denied-lead = 因为您选择了拒绝。如果您改变主意，请在设备上重新开始。
end-device-fault-lead = 出了点问题。请在设备上重新开始。
end-too-often-lead = 短时间内操作过于频繁。请等几分钟再试。
end-not-now-lead = 登录服务出现问题。您的操作不会丢失，请稍后重试。
end-maintenance-lead = 登录服务正在维护。请稍后重试。
end-no-access-heading = 您没有访问权限
end-no-access-lead = 您的帐户无权执行此操作。如果您认为应有权限，请联系管理员。
end-not-assigned-lead = 您的帐户尚未开通此应用。请向管理员申请访问权限。
end-registration-failed-heading = 您的帐户尚未创建
end-not-possible-heading = 无法在此处执行此操作
continue = 继续
verify = 验证
go-back = 返回
start-again = 重新开始
read-more = 了解详情：

## Signing in

sign-in = 登录
continue-signing-in-heading = 继续登录
wait-heading = 请稍候
skip-heading = 您可以稍后再做
redirect-and-back = 您会暂时转到那里，然后回到这里。
continue-for-now = 暂时继续
stay-signed-in-heading = 保持登录状态？
stay-signed-in-where = 在只有您使用的设备上，这样可以节省时间。
stay-signed-in = 保持登录状态
stay-signed-in-refuse = 不保持登录状态

## Proving who one is

verify-heading = 验证是您本人
verify-choose = 请选择验证身份的方式。
verify-with-heading = 使用 { $authenticator } 验证
verify-identity-heading = 验证您的身份
verify-identity-by-service = 您的组织所信任的服务会核实您的身份，然后带您回到这里。
okta-verify-heading = 使用 Okta Verify 验证
okta-verify-looking = 我们正在此设备上查找 Okta Verify。
open-okta-verify = 打开 Okta Verify
security-question-heading = 回答您的安全问题
pin-heading = 输入您的 PIN
needs-script = 此页面尚不支持该步骤。请向管理员询问其他方式。
needs-script-other-way = 此页面尚不支持该步骤。请使用其他方式。

## Codes

code-heading = 输入验证码
code-shown-by-app = 打开 { $authenticator }，输入其显示的验证码。
code-from-device = 输入 { $authenticator } 上的验证码。
access-code-heading = 输入访问代码
access-code-from = 此代码由管理员提供。
check-email-heading = 查看您的电子邮件
email-code-sent-to = 我们已将验证码发送到 { $place }，可能需要一分钟才能收到。
email-code-sent = 我们已给您发送验证码，可能需要一分钟才能收到。
check-phone-heading = 查看您的手机
text-message-sent-to = 我们已通过短信将验证码发送到 { $place }。
text-message-sent = 我们已通过短信给您发送验证码。
code-sent-to = 我们已将验证码发送到 { $place }。
code-sent-to-phone = 我们已将验证码发送到您的手机。
call-heading = 请接听电话
calling-to = 我们正在拨打 { $place }。请输入您听到的验证码。
calling = 我们正在给您打电话。请输入您听到的验证码。
code-by-email-heading = 通过电子邮件获取验证码
code-by-email-to = 我们会将验证码发送到 { $place }。
code-by-email = 我们会将验证码发送到您的电子邮件地址。
code-by-phone-heading = 通过手机获取验证码
code-by-phone-to = 验证码会发送到 { $place }。
code-by-phone = 验证码会发送到您的手机。

## Approving on a telephone

push-choose-number = 打开 { $authenticator }，选择此数字以批准登录。
push-approve = 请在 { $authenticator } 中批准登录。
waiting-for-phone = 正在等待您在手机上操作…
waiting-for-email = 正在等待您查看邮件…
waiting = 正在等待…

## Passwords

password-heading = 输入密码
choose-password-heading = 设定密码
new-password-heading = 设定新密码
change-password-heading = 更改密码
reset-password-heading = 重置密码
reset-password-who = 首先请告诉我们您是谁。
set-password = 设置密码
password-has-run-out = 您的密码已过期。
password-runs-out = { $days ->
    [0] 您的密码今天过期。请立即更改，或稍后再改。
    [1] 您的密码明天过期。请立即更改，或稍后再改。
   *[other] 您的密码将在 { $days } 天后过期。请立即更改，或稍后再改。
}
password-runs-out-soon = 您的密码即将过期。请立即更改，或稍后再改。
change-password-at = 在 { $place } 更改
password-rules = 密码要求
password-rule-length = 至少 { $count } 个字符
password-rule-upper-case = 至少 { $count } 个大写字母
password-rule-lower-case = 至少 { $count } 个小写字母
password-rule-numbers = 至少 { $count } 个数字
password-rule-symbols = 至少 { $count } 个符号
password-rule-repeating = { $count ->
    [1] 同一字符不能连续出现
   *[other] 同一字符最多连续出现 { $count } 次
}
password-rule-username = 不包含用户名的任何部分
password-rule-first-name = 不包含您的名字
password-rule-last-name = 不包含您的姓氏
password-rule-history = { $count ->
    [1] 不同于上一个密码
   *[other] 不同于最近 { $count } 个密码
}

## Setting up

set-up-heading = 设置登录方式
set-up-another = 您可以再添加一种验证身份的方式，也可以稍后再添加。
set-up-first = 请选择首先设置的方式。
set-up-differently-heading = 以其他方式设置
set-up-it-heading = 设置
set-up-with-heading = 设置 { $authenticator }
set-up-phone-heading = 设置您的电话
set-up-phone-check = 我们会发送一个验证码，确认您能收到。
set-up-question-heading = 设置安全问题
set-up-question-answer = 请选择一个只有您知道且不会改变的答案。
set-up-okta-verify-heading = 设置 Okta Verify
set-up-okta-verify-where = 我们应将链接发送到哪里？
set-up-scan-with = 用 { $authenticator } 扫描此二维码，然后输入其显示的验证码。
set-up-on-this-device = 在此设备上打开 { $authenticator }，并添加您的帐户。
set-up-from-other-device = 在您已使用 { $authenticator } 的设备上打开该应用，并添加此设备。
set-up-install-and-scan = 在手机上安装 { $authenticator }，选择添加帐户，然后扫描此二维码。
link-sent-to = 我们已将链接发送到 { $place }。请在手机上打开。
link-sent-by-email = 我们已通过电子邮件给您发送链接。请在手机上打开。
link-sent-by-text-message = 我们已通过短信给您发送链接。请在手机上打开。
key-instead = 无法扫描？请改为输入此密钥：
key-to-type = 在应用中输入此密钥：
qr-code-for = 用于设置 { $authenticator } 的二维码
qr-code-for-app = 用于设置应用的二维码

## Accounts

sign-up-heading = 创建帐户
sign-up = 注册
profile-heading = 完善您的个人资料
unlock-account-heading = 解锁帐户
unlock-account-who = 请告诉我们您是谁，以及如何验证。
activation-email-heading = 重新获取激活邮件
send-the-email = 发送邮件

## Devices

connect-device-heading = 连接您的设备
connect-device-code = 请输入设备上显示的代码。
device-attention-heading = 您的设备需要处理
device-set-up-heading = 设置您的设备
device-set-up-for = { $organization } 仅允许受其管理的设备访问。请设置您的设备，然后重新登录。
device-set-up = 此处仅允许受管理的设备访问。请设置您的设备，然后重新登录。
device-set-up-button-with = 使用 { $vendor } 设置
device-set-up-button = 设置此设备
fact-managed-with = 管理服务

## Giving access

consent-heading = 允许访问您的帐户？
consent-asked-by = { $application } 请求以下权限：
consent-asked = 此应用请求以下权限：
consent-allow = 允许访问
consent-refuse = 不允许
scopes-always = 始终包含
email-consent-heading = 您刚才尝试过登录吗？
email-consent-if-not = 如果不是您本人，请选择“不是我”，这样任何人都无法登录。
email-consent-allow = 是我本人
email-consent-refuse = 不是我

## Buttons that send something

send-again = 重新发送
send-code = 发送验证码
send-link = 发送链接
send-text-message = 发送短信
send-email = 给我发送邮件
send-push = 发送推送通知
call-me = 给我打电话
check-now = 立即检查
check-again = 再次检查

## Other ways, offered as links below what a page is for

way-forgot-password = 忘记密码？
way-forgot-pin = 忘记 PIN？
way-lost-authenticator = 已丢失？
way-send-code-again = 重新发送验证码
way-new-code = 获取新验证码
way-link-opened = 我已打开邮件中的链接
way-sign-in-differently = 以其他方式登录
way-other-authenticator = 使用其他方式
way-set-up-something-else = 设置其他方式
way-other-channel = 换一种方法设置
way-unlock-account = 解锁帐户
way-have-account = 我已有帐户
way-sign-in-with-username = 使用用户名登录
way-okta-fastpass = 使用 Okta FastPass 登录
way-change-number = 更改号码
way-passkey = 使用通行密钥登录
way-create-passkey = 创建通行密钥
way-where-to-send = 指定链接的发送位置
way-badge = 使用工牌登录
way-new-activation-email = 重新获取激活邮件
way-choose-method = 选择联系您的方式
way-enter-code = 改为输入验证码
way-later = 稍后再做
way-skip = 暂时跳过
sign-in-with-smart-card = 使用智能卡登录
continue-with-provider = 使用 { $provider } 继续
continue-elsewhere = 前往该处继续

## Authenticators: ways of proving who one is, as names

authenticator-password = 密码
authenticator-email = 电子邮件
authenticator-phone = 电话
authenticator-okta-verify = Okta Verify
authenticator-code-app = 身份验证器应用
authenticator-code-device = 验证码设备
authenticator-security-key = 安全密钥
authenticator-security-question = 安全问题
authenticator-duo = Duo Security
authenticator-identity-provider = 其他帐户
authenticator-smart-card = 智能卡
authenticator-access-code = 临时访问代码
authenticator-badge = 工牌
authenticator-other = 其他方式
nickname-and-place = { $nickname }，{ $place }
method-text-message = 短信
method-phone-call = 语音通话

## What happens when an authenticator is used in one of its ways

use-push = 接收推送通知
use-code = 输入验证码
use-okta-fastpass = 使用 Okta FastPass
use-text-message = 接收短信
use-phone-call = 接听电话
use-email = 接收电子邮件
use-qr-code = 扫描二维码
use-this-device = 使用此设备
use-another-device = 使用您的其他设备

## Fields

field-password = 密码
field-new-password = 新密码
field-code = 验证码
field-device-code = 设备上的代码
field-code-of-key = 密钥上的验证码
field-credential-id = 凭据 ID
field-user-name = 用户名
field-new-pin = 新 PIN
field-next-code = 下一个验证码
field-pin = PIN
field-access-code = 访问代码
field-remember-me = 让我保持登录状态
field-revoke-sessions = 在其他所有位置退出登录
field-method = 我们应如何联系您？
field-authenticator = 您想如何验证身份？
field-phone-number = 电话号码
field-which-question = 您想使用哪个问题？
field-question = 问题
field-answer = 答案
field-optional = （可选）
field-error = 错误：
field-account = 帐户
hint-phone-number = 包含国家/地区代码，例如 +1 415 555 0123
choose-one = 请选择
option-number = 选项 { $number }

## What was wrong with a field

fault-no-password = 请输入密码。
fault-no-new-password = 请输入密码。
fault-no-code = 请输入验证码。
fault-no-choice = 请选择：{ $field }
fault-missing = 请填写：{ $field }。
fault-not-offered = 请选择下面的一个选项。
fault-not-yes-or-no = 请勾选或留空。

## What went wrong, and other news of the sign-in service

server-says-nothing = 出了点问题。请检查您输入的内容，然后重试。
server-no-match = 信息不匹配。请检查您输入的内容，然后重试。
server-wrong-password = 密码不正确。请检查后重试。
server-wrong-code = 验证码不正确。请检查后重试。
server-wrong-code-of-message = 验证码不正确。请查看最新的消息，然后重试。
server-wrong-code-of-app = 验证码不正确。验证码会频繁更换，请输入当前显示的验证码。
server-used-code = 此验证码已被使用。请等待下一个验证码。
server-next-code = 验证码正确。再输入一个即可完成。
server-wrong-answer = 答案不正确。请重试。
server-app-too-old = 您手机上的 Okta Verify 版本过低。请在手机上更新，然后重新开始。
server-app-too-old-for-push = 您手机上的 Okta Verify 版本过低。请在手机上更新，然后重新发送。
server-wants-biometrics = 您的组织还要求使用指纹或面孔。请在手机应用中开启此功能，然后重新发送。
server-safe-mode = 登录服务正在维护，目前无法进行某些更改。请稍后重试。
server-account-exists = 已有使用此信息的帐户。请用该帐户登录，或使用其他信息。
server-password-breaks-rules = 此密码未满足所有要求。请查看要求列表，然后换一个密码。
server-password-expiring = 密码过期后，您必须先更改密码才能登录。
server-unknown-user = 没有使用该名称的帐户。请检查后重试。
server-no-username = 请输入用户名。
server-not-an-email = 请输入电子邮件地址，例如 name@example.com。
server-invalid-phone-number = 无法联系此号码。请检查号码，包括国家/地区代码。
server-device-refused = 您的设备未连接，因为您选择了拒绝。
server-device-failed = 您的设备未连接，因为出了点问题。
server-too-many-text-messages = 您请求短信的次数过多。请稍等一段时间，或使用其他方式。
server-too-many-calls = 您请求电话的次数过多。请稍等一段时间，或使用其他方式。
server-too-many-requests = 您尝试的次数过多。请等几分钟再试。
server-access-denied = 您的帐户无法执行此操作。如果您认为应有权限，请联系管理员。
server-not-assigned = 您的帐户尚未开通此应用。请向管理员申请访问权限。
server-too-late = 已超时。请重新发送。
server-push-rejected = 登录已在您的手机上被拒绝。如果是误操作，请重新发送。
server-sign-in-refused = 登录已被拒绝。没有人登录。
server-session-expired = 您离开的时间过长。请重新开始。
server-internal-error = 登录服务出现问题。您的操作不会丢失，请稍后重试。
server-unreadable = 登录服务无法读取该内容。请重试。
server-unlocked = 您的帐户已解锁。
server-unlocked-verify = 您的帐户已解锁。现在请验证是您本人。
server-email-sent = 我们已给您发送电子邮件。请打开其中的链接以继续。
server-link-expired = 此链接已过期。请回到您请求链接的页面，重新发送。
server-link-used = 此链接已被使用。请回到您请求链接的页面。
server-link-unusable = 我们无法使用此链接。请回到您请求链接的页面。
server-reset-link-unusable = 密码重置链接已失效。请重新获取。
server-other-tab = 您已在另一个标签页中继续。您可以关闭此标签页。
server-code-for-first-tab = 请回到您开始登录的页面，在那里输入此验证码。

## The end of a sign-in that is no success

end-heading = 无法在此处继续
end-failed-heading = 无法以此方式登录
end-succeeded-heading = 已完成
end-nothing-more = 此页面上没有其他需要做的事情了。
end-not-now-heading = 目前无法登录
end-unlocked-heading = 您的帐户已解锁
end-password-changed-heading = 您的密码已更改
end-device-connected-heading = 您的设备已连接
end-device-not-connected-heading = 您的设备未连接
your-code-heading = 您的验证码
end-close-page-heading = 您可以关闭此页面
end-link-dead-heading = 此链接已失效
end-refused-heading = 登录已被拒绝
code-elsewhere-warning = 请仅在您本人开始登录的页面输入。
fact-browser = 浏览器
fact-system = 系统
fact-place = 位置

## Asking for a stronger or more recent sign-in

confirm-heading = 确认是您本人
confirm-lead = 此页面要求更高强度或更近期的登录。
confirm-framed-lead = 页面的这一部分要求更高强度或更近期的登录。请在整个窗口中确认是您本人，即可查看。
confirm-framed-link = 在整个窗口中打开
confirm-form-heading = 您的表单未发送
confirm-form-lead = 提交前需要更高强度或更近期的登录，因此未保存任何内容。
confirm-form-advice = 如果要复制已输入的内容，请先返回。然后确认是您本人，再重新发送。
confirm-form-button = 确认是您本人
step-up-notice = 您已登录。您请求的页面需要更高强度或更近期的登录，请确认是您本人以继续。
level-heading = 此页面需要更高强度的登录
level-lead = 您的登录未达到此页面的要求。其他内容均可照常使用。
level-advice = 您可以稍后重试。如果仍不行，请向此网站的负责人询问您需要的登录方式。
level-retry = 重试
level-home = 前往起始页

## Links in mails that activate or recover an account

activate-heading = 激活您的帐户
activate-lead = 点按按钮，设置您的 { $site } 帐户。
activate-button = 激活我的帐户
recover-heading = 恢复您的帐户
recover-lead = 点按按钮，选择今后登录 { $site } 的方式。
link-signed-in = 您已在此浏览器中以 { $account } 的身份登录。完成操作后，该登录将结束。
link-signed-in-unnamed = 此浏览器中已有人登录。完成操作后，该登录将结束。
link-incomplete-heading = 此链接不完整
link-incomplete-lead = 链接的一部分在途中丢失了。请从邮件中重新打开，或复制完整的地址。
link-dead-heading = 此链接已失效
link-dead-activate = 链接已被使用或已过期。如果您的帐户已激活，请登录；否则请重新获取链接。
link-dead-recover = 链接已被使用或已过期。请从头开始，重新获取链接。
link-unusable-heading = 无法在此处激活帐户
link-unusable-lead = 您的链接没有问题，但此网站未设置此功能。请告知网站负责人。
link-sign-in = 前往登录

## What scripts say

went-on-elsewhere = 您的登录已在其他位置继续。
go-on-from-here = 从这里继续
wait-is-over = 您现在可以重试。
busy = 请稍候…
busy-signing-in = 正在登录…

## Pages on which something goes on or begins again

signing-in-as = 登录身份：
summary-heading = 出现问题
try-again = 重试
reference = 参考编号
continue-heading = 登录以继续
continue-lead = 您需要先登录才能使用 { $site }。
continue-to-site = 继续前往 { $site }
cookies-needed-heading = 请允许 Cookie 以便登录
cookies-needed = 登录需要 Cookie，但您的浏览器没有保存。
cookies-needed-how = 请在浏览器设置中允许此网站使用 Cookie，然后重试。
unreachable-heading = 无法连接登录服务
unreachable-lead = 您的操作不会丢失，请稍后重试。
busy-lead = 同时登录的人过多，或有人尝试过于频繁。{ $when }
try-again-later = 请等几分钟再试。
try-again-in-seconds = 请在 { $seconds } 秒后重试。
try-again-in-minutes = 请在 { $minutes } 分钟后重试。
expired-heading = 此次登录已过期
expired-lead = 为保护您的帐户，未及时完成的登录会自动结束。
leave-heading = 请稍候
leave-to = 正在带您前往 { $host }。
leave-lead = 正在跳转。
form-lost-heading = 您的表单未发送
form-lost = 表单送达应用之前您已退出登录，因此未保存任何内容。
form-lost-how = 如果要复制已输入的内容，请先返回。然后登录并重新发送。
framed-heading = 您已退出登录
framed-lead = 请在整个窗口中重新登录，以查看页面的这一部分。
framed-open = 在整个窗口中打开
code-elsewhere = 请回到您开始登录的浏览器，在那里输入此验证码。
code-elsewhere-if-not = 请仅在您本人开始登录的页面输入。如果有人向您索要验证码，或者您并未开始登录，请关闭此页面。
already-signed-in-heading = 您已登录
already-signed-in-as = 您已以 { $account } 的身份登录。
already-signed-in-lead = 这里没有其他需要做的事情了。
begun-already-heading = 您已开始登录
begun-already = 请在此处或另一个标签页中完成其中一次登录，然后重新打开此页面。
begun-already-go-on = 继续最近一次登录
notice-unconfirmed = 我们无法确定内容是否送达。以下是您登录的当前进度。
notice-changed = 页面在此期间已更改，因此未发送任何内容。请重新查看。
notice-shortened = 您来时的地址过长。登录后您可能需要重新搜索。

## Signing out

sign-out-heading = 退出登录？
sign-out = 退出登录
sign-out-account = 您已以 { $account } 的身份登录 { $site }。
sign-out-lead = 再次使用 { $site } 时需要重新登录。
signed-out-heading = 您已退出登录
signed-out-lead = 您已在此浏览器中退出 { $site }。
signed-out-in-part = 我们的一项服务暂时无法连接，因此可能需要几分钟才能在所有位置生效。
signed-out-here-only = 无法连接登录服务，因此您在那里可能仍处于登录状态。
sign-in-again = 重新登录

## Requests that cannot be answered

go-to-start = 前往起始页
bad-request-heading = 无法打开此地址
bad-request = 地址不完整或有误。请检查地址，或从起始页开始。
foreign-post-heading = 我们已阻止该请求
foreign-post = 该请求并非来自此网站的页面，因此未执行任何操作。如果是您本人发送的，请重新打开页面再操作一次。
forbidden-heading = 您无权访问此页面
forbidden = 您的帐户无权查看此页面。如果您认为应有权限，请联系此网站的负责人。
not-found-heading = 此地址没有内容
not-found = 页面可能已移动，或地址有误。
wrong-method-heading = 此页面不支持该操作
wrong-method = 地址正确，但不接受此类请求。未作任何更改。
too-large-heading = 一次发送的内容过多
too-large = 您发送的内容超出此网站的上限，未保存任何内容。请减少内容或分次发送。
misdirected-heading = 此地址属于另一个网站
misdirected = 您的浏览器向我们请求了其他网站的页面。请在新窗口中重新打开该地址。
too-many-requests = 短时间内尝试次数过多。{ $when }
cookies-too-large-heading = 您的浏览器发送的内容过多
cookies-too-large = 浏览器为此网站保存的 Cookie 过大。请删除此网站的 Cookie，然后重试。
internal-heading = 我们这边出了点问题
internal = 这不是您的操作造成的。请稍后重试。
bad-gateway-heading = 应用没有响应
bad-gateway = 目前无法连接 { $site }。请稍后重试。
unavailable-heading = 目前无法打开
unavailable = 我们需要的某项服务无法连接。您的操作不会丢失，请稍后重试。
gateway-timeout-heading = 应用响应时间过长
gateway-timeout = { $site } 未及时响应。重复操作之前，请先检查是否已经完成。

## Security keys and passkeys

webauthn-create = 设置
webauthn-use = 验证
webauthn-sign-in = 使用通行密钥登录
webauthn-again = 重试
webauthn-needs-script = 此步骤需要 JavaScript，但您的浏览器已将其关闭。请开启后重新打开此页面，或使用其他方式。
webauthn-stopped = 未成功，或您已停止。请重试，或使用其他方式。
webauthn-unsupported = 此浏览器不支持安全密钥或通行密钥。请使用其他方式或其他浏览器。
webauthn-already-set-up = 您已设置过此密钥或设备。请使用其他密钥或设备，或其他方式。
webauthn-not-at-this-address = 您的浏览器不允许在此处使用。请使用其他方式，并告知管理员。
webauthn-out-of-reach = 您组织的安全密钥和通行密钥无法在此地址使用。请使用其他方式，或联系管理员。
webauthn-elsewhere-heading = 通行密钥无法在此地址使用
webauthn-elsewhere-lead = 您组织的通行密钥和安全密钥属于另一个地址。您可以不使用它们继续。

## Passwords while they are typed

password-show = 显示
password-hide = 隐藏
password-rule-met = 已满足：

## Captchas and Duo

captcha-needs-script = 发送此表单前需要确认您是真人，这需要 JavaScript。请启用后重新打开此页面。
captcha-failed = 未能确认您是真人。请重试。
duo-needs-script = Duo 需要 JavaScript，但您的浏览器已将其关闭。请启用后重新打开此页面，或使用其他方式。
duo-frame = Duo Security
duo-failed = 无法连接到 Duo。请重试，或使用其他方式。

## Help

help = 帮助

## Captchas, devices and help

device-needs-script = 此步骤需要 JavaScript，但您的浏览器已将其关闭。请以其他方式登录。
device-not-found = 在此设备上未找到该应用。请打开应用后再次检查，或以其他方式登录。
device-denied = 您的浏览器不允许此页面查找此设备上的应用。请允许后重新打开此页面，或以其他方式登录。
device-denied-help = 如何允许
