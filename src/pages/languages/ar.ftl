# كلمات الصفحات (العربية الفصحى الحديثة).

## Every page

page-title-error = خطأ: { $heading } – { $site }
page-title = { $heading } – { $site }
language = اللغة:
not-you = لست أنت؟
start-over = البدء من جديد

## Services of others, to sign in with

provider-of-several = { $name } ({ $number })

## What can be set up, and what each is good for

enroll-good-for-password = كلمة أو عبارة لا يعرفها أحد سواك.
enroll-good-for-email = رمز أو رابط في رسالة بريد إلكتروني.
enroll-good-for-phone = رمز في رسالة نصية أو مكالمة.
enroll-good-for-phone-messages = رمز في رسالة نصية.
enroll-good-for-app = الموافقة على تسجيل الدخول من الهاتف بلمسة واحدة.
enroll-good-for-code-app = تطبيق على هاتفك يعرض رمزًا، حتى من دون اتصال بالشبكة.
enroll-good-for-code-device = جهاز صغير تحمله معك ويعرض رمزًا.
enroll-good-for-passkey = بصمة إصبعك أو وجهك أو رقم PIN أو مفتاح يوصَل بالجهاز. لا حاجة إلى حفظ أي شيء.
enroll-good-for-question = سؤال لا يعرف إجابته أحد سواك.
enroll-good-for-account = حساب لك في خدمة أخرى.
enroll-good-for-card = بطاقة وقارئ بطاقات.
enroll-good-for-badge = شارة تُقرَّب من الهاتف.
enroll-only-for-recovery = فقط عند تعذُّر الدخول إلى الحساب.
enroll-badge-date = يمكن تأجيله حتى { $date }
enroll-badge-skips = { $count ->
    [zero] لا يمكن تأجيله بعد الآن
    [one] يمكن تأجيله مرة واحدة أخرى
    [two] يمكن تأجيله مرتين أخريين
    [few] يمكن تأجيله { $count } مرات أخرى
    [many] يمكن تأجيله { $count } مرة أخرى
   *[other] يمكن تأجيله { $count } مرة أخرى
}
enroll-badge-now = مطلوب الآن

## What to do in an application or on another device

guide-qr-install = ثبِّت { $name } على هاتفك.
guide-qr-add = افتح التطبيق واختر إضافة حساب للعمل.
guide-qr-scan = امسح الرمز أدناه ضوئيًا.
guide-here-install = نزِّل { $name } على هذا الجهاز إن لم يكن موجودًا.
guide-here-add = افتح التطبيق واختر إضافة حساب للعمل.
guide-here-address = عندما يُطلب عنوان، اكتب { $address }.
guide-other-open = افتح { $name } على جهاز سبق استخدامه عليه.
guide-other-open-on = افتح { $name } على أحد هذه الأجهزة: { $devices }.
guide-other-add = اختر حسابك هناك، ثم اختر إضافة جهاز آخر.
guide-other-confirm = أكِّد هويتك على ذلك الجهاز.
guide-open = فتح { $name }
guide-get = تنزيل { $name }
channel-qrcode = لهاتف أو جهاز لوحي بجانب هذه الشاشة.
channel-email = نرسل رابطًا لفتحه على هاتفك.
channel-sms = نرسل رابطًا لفتحه على هاتفك.
channel-samedevice = للتطبيق على الجهاز المستخدَم الآن.
channel-devicebootstrap = لمن يستخدم التطبيق على جهاز آخر من قبل.
device-store-apple = نزِّل Okta Verify من App Store.
device-store-google = نزِّل Okta Verify من Google Play.
device-store-other = نزِّل Okta Verify لهذا الجهاز.
device-add-account = افتح التطبيق وأضف حسابًا للعمل.
device-address = عندما يُطلب عنوان، اكتب { $address }.
device-follow = ابدأ إعداد جهازك بالزر أدناه، واتبع التعليمات.
device-restart = بعد الانتهاء، أغلق هذه الصفحة.
device-come-back = ثم ارجع إلى الصفحة المطلوبة، وسجِّل الدخول مرة أخرى.

## Steps with a purpose of their own: a heading, what the heading leaves open, and a button

purpose-next-code-heading = إدخال الرمز التالي
purpose-next-code-lead = يُرجى الانتظار حتى يظهر رمز آخر في { $name }، ثم كتابته هنا.
purpose-next-code-button = تحقُّق
purpose-touch-heading = المس { $name }
purpose-touch-lead = يُرجى توصيله بالجهاز ولمسه، وسيكتب الرمز تلقائيًا.
purpose-touch-button = تحقُّق
purpose-touch-enroll-heading = إعداد { $name }
purpose-touch-enroll-lead = يُرجى توصيله بالجهاز ولمسه، وسيكتب الرمز تلقائيًا.
purpose-touch-enroll-button = إعداد
purpose-two-codes-heading = إعداد { $name }
purpose-two-codes-lead = يُرجى كتابة معرِّف بيانات الاعتماد، ثم رمزين متتاليين كما يظهران.
purpose-two-codes-button = إعداد
purpose-token-enroll-heading = إعداد { $name }
purpose-token-enroll-lead = يُرجى كتابة اسم المستخدم الخاص بك هناك، والرمز المعروض.
purpose-token-enroll-button = إعداد
purpose-passkey-heading = استخدام مفتاح المرور
purpose-passkey-lead = سيطلب جهازك بصمة إصبعك أو وجهك أو رقم PIN أو مفتاح الأمان.
purpose-passkey-button = متابعة
purpose-passkey-enroll-heading = إعداد مفتاح مرور
purpose-passkey-enroll-lead = سيطلب جهازك بصمة إصبعك أو وجهك أو رقم PIN أو مفتاح أمان. لا حاجة إلى حفظ أي شيء.
purpose-passkey-enroll-button = إعداد
purpose-passkey-promoted-heading = تسجيل دخول أسرع في المرة القادمة
purpose-passkey-promoted-lead = مع مفتاح المرور، تحلّ بصمة إصبعك أو وجهك أو رقم PIN محل الرموز وكلمات المرور.
purpose-passkey-promoted-button = إنشاء مفتاح مرور
purpose-not-sent-heading = الحصول على رمز
purpose-not-sent-lead = اطلب إرسال الرمز إلى { $place }، ثم اكتبه هنا.
purpose-not-sent-button = تحقُّق
purpose-email-or-link-heading = تفقَّد بريدك الإلكتروني
purpose-email-or-link-lead = أرسلنا رمزًا إلى { $place }. اكتبه هنا، أو افتح الرابط الوارد في الرسالة. قد يستغرق وصولها دقيقة.
purpose-email-or-link-button = تحقُّق
purpose-pin-enroll-heading = اختيار رقم PIN
purpose-pin-enroll-lead = يُطلب منك كلما استُخدم { $name }.
purpose-pin-enroll-button = تعيين رقم PIN
purpose-badge-enroll-heading = إعداد { $name }
purpose-badge-enroll-lead = افتح Okta Verify، ثم قرِّب الشارة من ظهر هاتفك.
purpose-badge-enroll-button = متابعة
purpose-badge-heading = استخدام { $name }
purpose-badge-lead = قرِّب شارتك من ظهر هاتفك.
purpose-badge-button = متابعة
purpose-push-heading = التحقُّق باستخدام { $name }
purpose-push-lead = سنطلب موافقتك على { $place }.
purpose-push-button = إرسال إشعار فوري
purpose-fastpass-heading = التحقُّق باستخدام { $name }
purpose-fastpass-lead = يؤكد { $name } هويتك على هذا الجهاز.
purpose-fastpass-button = استخدام Okta FastPass
purpose-recovery-choice-heading = إعادة تعيين كلمة المرور
purpose-recovery-choice-lead = يُرجى أولًا اختيار طريقة لإثبات هويتك.
purpose-recovery-choice-button = متابعة
purpose-channel-heading = إعداد { $name }
purpose-channel-lead = يُرجى اختيار الطريقة الأنسب، فكلها تؤدي إلى النتيجة نفسها.
purpose-channel-button = متابعة
purpose-password-elsewhere-heading = تغيير كلمة المرور
purpose-password-elsewhere-lead = انتهت صلاحية كلمة المرور. غيِّرها في { $place }، ثم ارجع إلى هنا وسجِّل الدخول.
purpose-password-elsewhere-button = متابعة
purpose-admin-consent-heading = هل تريد منح الوصول إلى مؤسستك؟
purpose-admin-consent-lead = سيتمكن { $place } من تنفيذ ما يلي لجميع أفراد مؤسستك:
purpose-admin-consent-button = السماح بالوصول
purpose-open-app-heading = التحقُّق باستخدام Okta Verify
purpose-open-app-lead = للمتابعة، افتح Okta Verify على هذا الجهاز. إذا لم يحدث شيء، فنزِّل التطبيق أولًا أو سجِّل الدخول بطريقة أخرى.
purpose-open-app-button = متابعة
purpose-browser-checks-heading = لحظة من فضلك
purpose-browser-checks-lead = يفحص المتصفح ومؤسستك هذا الجهاز.
purpose-browser-checks-button = متابعة
purpose-device-confirms-heading = التحقُّق باستخدام هذا الجهاز
purpose-device-confirms-lead = يؤكد جهازك هويتك، وقد يطلب بصمة إصبعك أو وجهك أو رمز المرور.
purpose-device-confirms-button = متابعة
purpose-no-answer-heading = تسجيل الدخول بطريقة أخرى
purpose-no-answer-lead = لم يستجب Okta Verify على هذا الجهاز.
purpose-no-answer-button = متابعة
purpose-card-heading = تسجيل الدخول ببطاقة ذكية
purpose-card-lead = يُرجى أولًا إدخال بطاقتك في القارئ.
purpose-card-button = متابعة
purpose-card-factor-heading = استخدام البطاقة الذكية
purpose-card-factor-lead = يُرجى أولًا إدخال بطاقتك في القارئ. ستنتقل إلى صفحة أخرى للحظة ثم تعود إلى هنا.
purpose-card-factor-button = متابعة
purpose-card-enroll-heading = إعداد البطاقة الذكية
purpose-card-enroll-lead = يُرجى أولًا إدخال بطاقتك في القارئ. ستنتقل إلى صفحة أخرى للحظة ثم تعود إلى هنا.
purpose-card-enroll-button = متابعة
purpose-account-enroll-heading = ربط { $name }
purpose-account-enroll-lead = يكفي تسجيل الدخول هناك مرة واحدة، ثم تعود إلى هنا.
purpose-account-enroll-button = متابعة
purpose-phone-enroll-heading = إعداد الهاتف
purpose-phone-enroll-lead = سنرسل رمزًا للتأكد من وصوله إليك.
purpose-phone-enroll-button = إرسال الرمز
purpose-call-enroll-heading = الرد على الهاتف
purpose-call-enroll-lead = نتصل الآن بالرقم { $place }. اكتب الرمز الذي تسمعه.
purpose-call-enroll-button = تحقُّق
purpose-secret-enroll-heading = إعداد { $name }
purpose-secret-enroll-lead = أضف حسابًا في التطبيق بهذا المفتاح، ثم اكتب الرمز المعروض.
purpose-secret-enroll-button = تحقُّق
purpose-look-for-app-heading = التحقُّق باستخدام Okta Verify
purpose-look-for-app-lead = نبحث عن Okta Verify على هذا الجهاز. قد يطلب بصمة إصبعك أو وجهك أو رمز المرور.
purpose-look-for-app-button = متابعة
purpose-busy-heading = يُرجى الانتظار لحظة
purpose-busy-lead = خدمة تسجيل الدخول مشغولة. سنعيد المحاولة تلقائيًا، ولن يضيع شيء.
purpose-busy-button = التحقُّق مرة أخرى
purpose-activation-heading = الحصول على رسالة تنشيط جديدة
purpose-activation-lead = سنرسل إليك رابطًا آخر لتنشيط حسابك.
purpose-activation-button = إرسال الرسالة
purpose-profile-heading = إكمال ملفك الشخصي
purpose-profile-lead = تنقصنا بعض المعلومات عنك. لن نطلبها إلا هذه المرة.
purpose-profile-button = متابعة

## Questions that belong together in a form about a person

profile-address = العنوان

## Facts beside a step

identity-terms = شروط الاستخدام
identity-privacy = سياسة الخصوصية
identity-read = قبل المتابعة، يمكنك قراءة:

## Ends: what is called so, what it means

end-link-expired-lead = انتهت صلاحية الرابط. ارجع إلى حيث طلبته، وأعد إرساله.
end-link-used-lead = سبق استخدام الرابط، أو أُرسل رابط أحدث منه. ارجع إلى حيث طلبته.
end-link-broken-lead = هناك مشكلة في الرابط. ارجع إلى حيث طلبته، وأعد إرساله.
end-moved-lead = استمر تسجيل دخولك في علامة تبويب أخرى.
end-confirmed-heading = تم تأكيد بريدك الإلكتروني
end-confirmed-lead = ارجع إلى علامة التبويب التي بدأت منها. يمكنك إغلاق هذه الصفحة.
end-your-code-lead = ارجع إلى حيث بدأت تسجيل الدخول، واكتب هذا الرمز هناك.
end-refused-lead = لم يدخل أحد إلى حسابك. إذا كانت المحاولة منك، فابدأ من جديد.
end-check-email-lead = أرسلنا إليك رسالة بريد إلكتروني. افتح الرابط الوارد فيها للمتابعة؛ ويمكنك إغلاق هذه الصفحة.
end-activation-sent-lead = أرسلنا إليك رسالة فيها رابط جديد. افتحه لتنشيط حسابك.
end-activation-expired-lead = انتهت صلاحية رابط تنشيط حسابك. اطلب من المسؤول رابطًا جديدًا.
end-activation-missing-lead = إذا كان حسابك نشطًا بالفعل، فما عليك سوى تسجيل الدخول. وإلا، فاطلب من المسؤول رابطًا جديدًا.
end-reset-link-lead = رابط إعادة تعيين كلمة المرور منتهي الصلاحية أو سبق استخدامه. للحصول على رابط جديد، اختر «هل نسيت كلمة المرور؟» عند تسجيل الدخول.
end-recovered-lead = سجِّل الدخول بكلمة المرور الجديدة.
end-unlocked-lead = يمكنك تسجيل الدخول كالمعتاد.
end-unlocked-landed-lead = بقي التحقُّق من هويتك.
end-reset-not-possible-heading = لا يمكن إعادة تعيين كلمة المرور هنا
end-unlock-not-possible-heading = لا يمكن إلغاء قفل الحساب هنا
end-ask-administrator-lead = يمكن للمسؤول مساعدتك.
end-device-connected-lead = تابع على جهازك. يمكنك إغلاق هذه الصفحة.
end-device-denied-lead = السبب أنك رفضت الاتصال. إذا غيَّرت رأيك، فابدأ من جديد على الجهاز.
end-device-fault-lead = حدث خطأ ما. ابدأ من جديد على الجهاز.
end-too-often-lead = تكررت المحاولة كثيرًا خلال وقت قصير. يُرجى الانتظار بضع دقائق ثم إعادة المحاولة.
end-not-now-lead = هناك مشكلة في خدمة تسجيل الدخول. لن يضيع شيء؛ يُرجى إعادة المحاولة بعد قليل.
end-maintenance-lead = خدمة تسجيل الدخول قيد الصيانة. يُرجى إعادة المحاولة لاحقًا.
end-no-access-heading = ليس لديك إذن بالوصول
end-no-access-lead = لا يُسمح لحسابك بهذا الإجراء. إذا كنت بحاجة إليه، فاطلب ذلك من المسؤول.
end-not-assigned-lead = حسابك غير معدّ لهذا التطبيق. اطلب إذن الوصول من المسؤول.
end-registration-failed-heading = لم يُنشأ حسابك بعد
end-not-possible-heading = هذا غير ممكن هنا
continue = متابعة
verify = تحقُّق
go-back = رجوع
start-again = البدء من جديد
read-more = مزيد من المعلومات:

## Signing in

sign-in = تسجيل الدخول
continue-signing-in-heading = متابعة تسجيل الدخول
wait-heading = يُرجى الانتظار لحظة
skip-heading = يمكنك القيام بذلك لاحقًا
redirect-and-back = ستنتقل إلى هناك للحظة ثم تعود إلى هنا.
continue-for-now = المتابعة في الوقت الحالي
stay-signed-in-heading = هل تريد البقاء مسجَّل الدخول؟
stay-signed-in-where = يوفّر هذا الوقت على جهاز لا يستخدمه أحد سواك.
stay-signed-in = إبقاء تسجيل الدخول
stay-signed-in-refuse = عدم إبقاء تسجيل الدخول

## Proving who one is

verify-heading = التحقُّق من هويتك
verify-choose = يُرجى اختيار طريقة لإثبات هويتك.
verify-with-heading = التحقُّق باستخدام { $authenticator }
verify-identity-heading = إثبات هويتك
verify-identity-by-service = تتحقق من هويتك خدمة تثق بها مؤسستك، ثم تعيدك إلى هنا.
okta-verify-heading = التحقُّق باستخدام Okta Verify
okta-verify-looking = نبحث عن Okta Verify على هذا الجهاز.
open-okta-verify = فتح Okta Verify
security-question-heading = الإجابة عن سؤال الأمان
pin-heading = إدخال رقم PIN
needs-script = لا تدعم هذه الصفحة هذه الخطوة بعد. اطلب من المسؤول طريقة أخرى.
needs-script-other-way = لا تدعم هذه الصفحة هذه الخطوة بعد. يُرجى استخدام طريقة أخرى.

## Codes

code-heading = إدخال الرمز
code-shown-by-app = افتح { $authenticator } واكتب الرمز المعروض.
code-from-device = اكتب الرمز المعروض على { $authenticator }.
access-code-heading = إدخال رمز الوصول
access-code-from = هذا الرمز أعطاك إياه المسؤول.
check-email-heading = تفقَّد بريدك الإلكتروني
email-code-sent-to = أرسلنا رمزًا إلى { $place }. قد يستغرق وصوله دقيقة.
email-code-sent = أرسلنا إليك رمزًا. قد يستغرق وصوله دقيقة.
check-phone-heading = تفقَّد هاتفك
text-message-sent-to = أرسلنا رسالة نصية فيها رمز إلى { $place }.
text-message-sent = أرسلنا إليك رسالة نصية فيها رمز.
code-sent-to = أرسلنا رمزًا إلى { $place }.
code-sent-to-phone = أرسلنا رمزًا إلى هاتفك.
call-heading = الرد على الهاتف
calling-to = نتصل الآن بالرقم { $place }. اكتب الرمز الذي تسمعه.
calling = نتصل بك الآن. اكتب الرمز الذي تسمعه.
code-by-email-heading = الحصول على رمز بالبريد الإلكتروني
code-by-email-to = سنرسله إلى { $place }.
code-by-email = سنرسله إلى عنوانك.
code-by-phone-heading = الحصول على رمز بالهاتف
code-by-phone-to = سيصل الرمز إلى { $place }.
code-by-phone = سيصل الرمز إلى هاتفك.

## Approving on a telephone

push-choose-number = افتح { $authenticator } واختر هذا الرقم للموافقة على تسجيل الدخول.
push-approve = وافق على تسجيل الدخول في { $authenticator }.
waiting-for-phone = في انتظار هاتفك…
waiting-for-email = في انتظار بريدك الإلكتروني…
waiting = جارٍ الانتظار…

## Passwords

password-heading = إدخال كلمة المرور
choose-password-heading = اختيار كلمة مرور
new-password-heading = اختيار كلمة مرور جديدة
change-password-heading = تغيير كلمة المرور
reset-password-heading = إعادة تعيين كلمة المرور
reset-password-who = أخبرنا أولًا من أنت.
set-password = تعيين كلمة المرور
password-has-run-out = انتهت صلاحية كلمة المرور.
password-runs-out = { $days ->
    [0] تنتهي صلاحية كلمة المرور اليوم. يمكنك تغييرها الآن أو لاحقًا.
    [1] تنتهي صلاحية كلمة المرور غدًا. يمكنك تغييرها الآن أو لاحقًا.
    [two] تنتهي صلاحية كلمة المرور خلال يومين. يمكنك تغييرها الآن أو لاحقًا.
    [few] تنتهي صلاحية كلمة المرور خلال { $days } أيام. يمكنك تغييرها الآن أو لاحقًا.
    [many] تنتهي صلاحية كلمة المرور خلال { $days } يومًا. يمكنك تغييرها الآن أو لاحقًا.
   *[other] تنتهي صلاحية كلمة المرور خلال { $days } يوم. يمكنك تغييرها الآن أو لاحقًا.
}
password-runs-out-soon = تنتهي صلاحية كلمة المرور قريبًا. يمكنك تغييرها الآن أو لاحقًا.
change-password-at = تغييرها في { $place }
password-rules = متطلبات كلمة المرور
password-rule-length = { $count ->
    [one] حرف واحد على الأقل
    [two] حرفان على الأقل
    [few] { $count } أحرف على الأقل
    [many] { $count } حرفًا على الأقل
   *[other] { $count } حرف على الأقل
}
password-rule-upper-case = { $count ->
    [one] حرف كبير
    [two] حرفان كبيران
    [few] { $count } أحرف كبيرة
    [many] { $count } حرفًا كبيرًا
   *[other] { $count } حرف كبير
}
password-rule-lower-case = { $count ->
    [one] حرف صغير
    [two] حرفان صغيران
    [few] { $count } أحرف صغيرة
    [many] { $count } حرفًا صغيرًا
   *[other] { $count } حرف صغير
}
password-rule-numbers = { $count ->
    [one] رقم
    [two] رقمان
    [few] { $count } أرقام
    [many] { $count } رقمًا
   *[other] { $count } رقم
}
password-rule-symbols = { $count ->
    [one] رمز خاص
    [two] رمزان خاصان
    [few] { $count } رموز خاصة
    [many] { $count } رمزًا خاصًا
   *[other] { $count } رمز خاص
}
password-rule-repeating = { $count ->
    [one] عدم تكرار الحرف نفسه على التوالي
    [two] الحرف نفسه مرتين متتاليتين على الأكثر
    [few] الحرف نفسه { $count } مرات متتالية على الأكثر
    [many] الحرف نفسه { $count } مرة متتالية على الأكثر
   *[other] الحرف نفسه { $count } مرة متتالية على الأكثر
}
password-rule-username = ألا تتضمن أي جزء من اسم المستخدم
password-rule-first-name = ألا تتضمن اسمك الأول
password-rule-last-name = ألا تتضمن اسم عائلتك
password-rule-history = { $count ->
    [one] ألا تطابق كلمة مرورك الأخيرة
    [two] ألا تطابق أيًّا من آخر كلمتَي مرور لك
    [few] ألا تطابق أيًّا من آخر { $count } كلمات مرور لك
    [many] ألا تطابق أيًّا من آخر { $count } كلمة مرور لك
   *[other] ألا تطابق أيًّا من آخر { $count } كلمة مرور لك
}

## Setting up

set-up-heading = إعداد طريقة تسجيل الدخول
set-up-another = يمكنك إضافة طريقة أخرى لإثبات هويتك، أو ترك ذلك لوقت لاحق.
set-up-first = يُرجى اختيار ما سيتم إعداده أولًا.
set-up-differently-heading = الإعداد بطريقة أخرى
set-up-it-heading = الإعداد
set-up-with-heading = إعداد { $authenticator }
set-up-phone-heading = إعداد الهاتف
set-up-phone-check = سنرسل رمزًا للتأكد من وصوله إليك.
set-up-question-heading = إعداد سؤال أمان
set-up-question-answer = يُرجى اختيار إجابة لا يعرفها أحد سواك ولا تتغير.
set-up-okta-verify-heading = إعداد Okta Verify
set-up-okta-verify-where = إلى أين نرسل الرابط؟
set-up-scan-with = امسح هذا الرمز ضوئيًا باستخدام { $authenticator }، ثم اكتب الرمز المعروض.
set-up-on-this-device = افتح { $authenticator } على هذا الجهاز وأضف حسابك هناك.
set-up-from-other-device = افتح { $authenticator } على جهاز سبق استخدامه عليه، وأضف هذا الجهاز هناك.
set-up-install-and-scan = ثبِّت { $authenticator } على هاتفك، واختر إضافة حساب، ثم امسح هذا الرمز ضوئيًا.
link-sent-to = أرسلنا رابطًا إلى { $place }. افتحه على هاتفك.
link-sent-by-email = أرسلنا إليك رسالة بريد إلكتروني فيها رابط. افتحه على هاتفك.
link-sent-by-text-message = أرسلنا إليك رسالة نصية فيها رابط. افتحه على هاتفك.
key-instead = هل يتعذر مسحه ضوئيًا؟ اكتب هذا المفتاح بدلًا من ذلك:
key-to-type = اكتب هذا المفتاح في التطبيق:
qr-code-for = رمز استجابة سريعة لإعداد { $authenticator }
qr-code-for-app = رمز استجابة سريعة لإعداد التطبيق

## Accounts

sign-up-heading = إنشاء حسابك
sign-up = إنشاء حساب
profile-heading = إكمال ملفك الشخصي
unlock-account-heading = إلغاء قفل حسابك
unlock-account-who = أخبرنا من أنت وكيف نتحقق من ذلك.
activation-email-heading = الحصول على رسالة تنشيط جديدة
send-the-email = إرسال الرسالة

## Devices

connect-device-heading = توصيل جهازك
connect-device-code = اكتب الرمز الذي يعرضه جهازك.
device-attention-heading = جهازك بحاجة إلى إجراء
device-set-up-heading = إعداد جهازك
device-set-up-for = لا تسمح { $organization } بالدخول إلا من الأجهزة التي تديرها. أعِدَّ جهازك، ثم سجِّل الدخول مرة أخرى.
device-set-up = لا يُسمح بالدخول هنا إلا من الأجهزة المُدارة. أعِدَّ جهازك، ثم سجِّل الدخول مرة أخرى.
device-set-up-button-with = الإعداد باستخدام { $vendor }
device-set-up-button = إعداد هذا الجهاز
fact-managed-with = خدمة الإدارة

## Giving access

consent-heading = هل تريد منح الوصول إلى حسابك؟
consent-asked-by = يطلب { $application } الإذن بما يلي:
consent-asked = يطلب هذا التطبيق الإذن بما يلي:
consent-allow = السماح بالوصول
consent-refuse = عدم السماح
scopes-always = مضمَّن دائمًا
email-consent-heading = هل حاولت تسجيل الدخول للتو؟
email-consent-if-not = إذا لم تكن المحاولة منك، فاختر «لا»، ولن يدخل أحد.
email-consent-allow = نعم، هذا أنا
email-consent-refuse = لا، لست أنا

## Buttons that send something

send-again = إعادة الإرسال
send-code = إرسال الرمز
send-link = إرسال الرابط
send-text-message = إرسال رسالة نصية
send-email = إرسال رسالة بريد إلكتروني إليّ
send-push = إرسال إشعار فوري
call-me = الاتصال بي
check-now = التحقُّق الآن
check-again = التحقُّق مرة أخرى

## Other ways, offered as links below what a page is for

way-forgot-password = هل نسيت كلمة المرور؟
way-forgot-pin = هل نسيت رقم PIN؟
way-lost-authenticator = هل فقدته؟
way-send-code-again = إعادة إرسال الرمز
way-new-code = الحصول على رمز جديد
way-link-opened = فتحت الرابط الوارد في الرسالة
way-sign-in-differently = تسجيل الدخول بطريقة أخرى
way-other-authenticator = استخدام طريقة أخرى
way-set-up-something-else = إعداد طريقة أخرى
way-other-channel = الإعداد بأسلوب آخر
way-unlock-account = إلغاء قفل حسابك
way-have-account = لديّ حساب بالفعل
way-sign-in-with-username = تسجيل الدخول باسم المستخدم
way-okta-fastpass = تسجيل الدخول باستخدام Okta FastPass
way-change-number = تغيير الرقم
way-passkey = تسجيل الدخول بمفتاح مرور
way-create-passkey = إنشاء مفتاح مرور
way-where-to-send = تحديد وجهة الرابط
way-badge = تسجيل الدخول بالشارة
way-new-activation-email = الحصول على رسالة تنشيط جديدة
way-choose-method = اختيار طريقة التواصل معك
way-enter-code = إدخال رمز بدلًا من ذلك
way-later = القيام بذلك لاحقًا
way-skip = التخطي الآن
sign-in-with-smart-card = تسجيل الدخول ببطاقة ذكية
continue-with-provider = المتابعة باستخدام { $provider }
continue-elsewhere = المتابعة هناك

## Authenticators: ways of proving who one is, as names

authenticator-password = كلمة المرور
authenticator-email = البريد الإلكتروني
authenticator-phone = الهاتف
authenticator-okta-verify = Okta Verify
authenticator-code-app = تطبيق المصادقة
authenticator-code-device = جهاز الرموز
authenticator-security-key = مفتاح الأمان
authenticator-security-question = سؤال الأمان
authenticator-duo = Duo Security
authenticator-identity-provider = حساب آخر
authenticator-smart-card = البطاقة الذكية
authenticator-access-code = رمز الوصول المؤقت
authenticator-badge = الشارة
authenticator-other = طريقة أخرى
nickname-and-place = { $nickname }، { $place }
method-text-message = رسالة نصية
method-phone-call = مكالمة هاتفية

## What happens when an authenticator is used in one of its ways

use-push = تلقّي إشعار فوري
use-code = كتابة رمز
use-okta-fastpass = استخدام Okta FastPass
use-text-message = تلقّي رسالة نصية
use-phone-call = تلقّي مكالمة هاتفية
use-email = تلقّي رسالة بريد إلكتروني
use-qr-code = مسح رمز استجابة سريعة ضوئيًا
use-this-device = استخدام هذا الجهاز
use-another-device = استخدام جهاز آخر لك

## Fields

field-password = كلمة المرور
field-new-password = كلمة المرور الجديدة
field-code = الرمز
field-device-code = الرمز المعروض على جهازك
field-code-of-key = الرمز من المفتاح
field-credential-id = معرِّف بيانات الاعتماد
field-user-name = اسم المستخدم
field-new-pin = رقم PIN الجديد
field-next-code = الرمز التالي
field-pin = رقم PIN
field-access-code = رمز الوصول
field-remember-me = إبقاء تسجيل دخولي
field-revoke-sessions = تسجيل الخروج من جميع الأماكن الأخرى
field-method = كيف نتواصل معك؟
field-authenticator = طريقة إثبات هويتك
field-phone-number = رقم الهاتف
field-which-question = السؤال المطلوب
field-question = السؤال
field-answer = الإجابة
field-optional = (اختياري)
field-error = خطأ:
field-account = الحساب
hint-phone-number = مع رمز البلد، مثل { "\u2066" }+1 415 555 0123{ "\u2069" }
choose-one = الاختيار من القائمة
option-number = الخيار { $number }

## What was wrong with a field

fault-no-password = يُرجى إدخال كلمة المرور.
fault-no-new-password = يُرجى إدخال كلمة مرور.
fault-no-code = يُرجى إدخال الرمز.
fault-no-choice = يُرجى اختيار إجابة: { $field }
fault-missing = يُرجى ملء الحقل: { $field }.
fault-not-offered = يُرجى اختيار إحدى الإجابات أدناه.
fault-not-yes-or-no = يُرجى تحديد المربع أو تركه فارغًا.

## What went wrong, and other news of the sign-in service

server-says-nothing = هناك خطأ ما. يُرجى مراجعة ما أدخلته وإعادة المحاولة.
server-no-match = البيانات غير مطابقة. يُرجى مراجعة ما أدخلته وإعادة المحاولة.
server-wrong-password = كلمة المرور غير صحيحة. يُرجى مراجعتها وإعادة المحاولة.
server-wrong-code = الرمز غير صحيح. يُرجى مراجعته وإعادة المحاولة.
server-wrong-code-of-message = الرمز غير صحيح. يُرجى الرجوع إلى أحدث رسالة وإعادة المحاولة.
server-wrong-code-of-app = الرمز غير صحيح. تتغير الرموز كثيرًا، لذا اكتب الرمز المعروض الآن.
server-used-code = سبق استخدام هذا الرمز. يُرجى انتظار الرمز التالي.
server-next-code = الرمز صحيح. بقي رمز واحد.
server-wrong-answer = الإجابة غير صحيحة. يُرجى إعادة المحاولة.
server-app-too-old = إصدار Okta Verify على هاتفك قديم. يُرجى تحديثه هناك، ثم البدء من جديد.
server-app-too-old-for-push = إصدار Okta Verify على هاتفك قديم. يُرجى تحديثه هناك، ثم إعادة الإرسال.
server-wants-biometrics = تطلب مؤسستك بصمة إصبعك أو وجهك أيضًا. يُرجى تفعيل ذلك في التطبيق على هاتفك، ثم إعادة الإرسال.
server-safe-mode = خدمة تسجيل الدخول قيد الصيانة، لذا يتعذر تغيير بعض الأمور الآن. يُرجى إعادة المحاولة لاحقًا.
server-account-exists = يوجد حساب بهذه البيانات بالفعل. سجِّل الدخول به، أو استخدم بيانات أخرى.
server-password-breaks-rules = كلمة المرور هذه لا تستوفي جميع المتطلبات. يُرجى مراجعة القائمة وتجربة كلمة أخرى.
server-password-expiring = بعد انتهاء صلاحية كلمة المرور، يلزم تغييرها قبل تسجيل الدخول.
server-unknown-user = لا يوجد حساب بهذا الاسم. يُرجى مراجعته وإعادة المحاولة.
server-no-username = يُرجى إدخال اسم المستخدم.
server-not-an-email = يُرجى إدخال عنوان بريد إلكتروني، مثل name@example.com.
server-invalid-phone-number = يتعذر الوصول إلى هذا الرقم. يُرجى مراجعته مع رمز البلد.
server-device-refused = جهازك غير متصل، لأنك رفضت الاتصال.
server-device-failed = جهازك غير متصل، بسبب حدوث خطأ ما.
server-too-many-text-messages = طلبت رسائل نصية كثيرة. يُرجى الانتظار قليلًا، أو استخدام طريقة أخرى.
server-too-many-calls = طلبت مكالمات كثيرة. يُرجى الانتظار قليلًا، أو استخدام طريقة أخرى.
server-too-many-requests = حاولت مرات كثيرة. يُرجى الانتظار بضع دقائق ثم إعادة المحاولة.
server-access-denied = لا يُسمح لحسابك بهذا الإجراء. إذا كنت بحاجة إليه، فاطلب ذلك من المسؤول.
server-not-assigned = حسابك غير معدّ لهذا التطبيق. اطلب إذن الوصول من المسؤول.
server-too-late = انتهت المهلة. يُرجى إعادة الإرسال.
server-push-rejected = رُفض تسجيل الدخول على هاتفك. إذا حدث ذلك عن طريق الخطأ، فأعد الإرسال.
server-sign-in-refused = رُفض تسجيل الدخول. لم يدخل أحد.
server-session-expired = انتهت الجلسة لعدم النشاط. يُرجى البدء من جديد.
server-internal-error = هناك مشكلة في خدمة تسجيل الدخول. لن يضيع شيء؛ يُرجى إعادة المحاولة بعد قليل.
server-unreadable = تعذر على خدمة تسجيل الدخول قراءة ما أُرسل. يُرجى إعادة المحاولة.
server-unlocked = تم إلغاء قفل حسابك.
server-unlocked-verify = تم إلغاء قفل حسابك. بقي التحقُّق من هويتك.
server-email-sent = أرسلنا إليك رسالة بريد إلكتروني. افتح الرابط الوارد فيها للمتابعة.
server-link-expired = انتهت صلاحية هذا الرابط. ارجع إلى حيث طلبته وأعد إرساله.
server-link-used = سبق استخدام هذا الرابط. ارجع إلى حيث طلبته.
server-link-unusable = تعذر استخدام هذا الرابط. ارجع إلى حيث طلبته.
server-reset-link-unusable = لم يعد رابط إعادة تعيين كلمة المرور يعمل. يُرجى طلب رابط جديد.
server-other-tab = استمر تسجيل دخولك في علامة تبويب أخرى. يمكنك إغلاق هذه العلامة.
server-code-for-first-tab = ارجع إلى حيث بدأت تسجيل الدخول، واكتب هذا الرمز هناك.

## The end of a sign-in that is no success

end-heading = لا يمكن المتابعة هنا
end-failed-heading = لا يمكن تسجيل الدخول بهذه الطريقة
end-succeeded-heading = تم
end-nothing-more = لا يوجد ما يلزم فعله في هذه الصفحة.
end-not-now-heading = لا يمكن تسجيل دخولك الآن
end-unlocked-heading = تم إلغاء قفل حسابك
end-password-changed-heading = تم تغيير كلمة المرور
end-device-connected-heading = جهازك متصل
end-device-not-connected-heading = جهازك غير متصل
your-code-heading = الرمز الخاص بك
end-close-page-heading = يمكنك إغلاق هذه الصفحة
end-link-dead-heading = لم يعد هذا الرابط يعمل
end-refused-heading = رُفض تسجيل الدخول
code-elsewhere-warning = لا تكتبه إلا حيث بدأت بنفسك.
fact-browser = المتصفح
fact-system = النظام
fact-place = المكان

## Asking for a stronger or more recent sign-in

confirm-heading = تأكيد هويتك
confirm-lead = تتطلب هذه الصفحة تسجيل دخول أقوى أو أحدث.
confirm-framed-lead = يتطلب هذا الجزء من الصفحة تسجيل دخول أقوى أو أحدث. لعرضه، أكِّد هويتك في النافذة الكاملة.
confirm-framed-link = فتح في النافذة الكاملة
confirm-form-heading = لم يُرسل النموذج
confirm-form-lead = يتطلب النموذج أولًا تسجيل دخول أقوى أو أحدث، لذا لم يُحفظ شيء.
confirm-form-advice = لنسخ ما كتبته، ارجع إلى الصفحة السابقة أولًا. ثم أكِّد هويتك وأعد الإرسال.
confirm-form-button = تأكيد هويتك
step-up-notice = تم تسجيل دخولك. تحتاج الصفحة التي طلبتها إلى تسجيل دخول أقوى أو أحدث؛ أكِّد هويتك للمتابعة.
level-heading = تحتاج هذه الصفحة إلى تسجيل دخول أقوى
level-lead = تسجيل دخولك لا يستوفي متطلبات هذه الصفحة. كل ما عداها يعمل كما كان.
level-advice = يمكنك إعادة المحاولة بعد دقيقة. إذا لم يُجدِ ذلك، فاسأل القائمين على هذا الموقع عن طريقة تسجيل الدخول المطلوبة.
level-retry = إعادة المحاولة
level-home = الانتقال إلى صفحة البداية

## Links in mails that activate or recover an account

activate-heading = تنشيط حسابك
activate-lead = اضغط على الزر لإعداد حسابك في { $site }.
activate-button = تنشيط حسابي
recover-heading = استعادة حسابك
recover-lead = اضغط على الزر لاختيار طريقة تسجيل دخولك إلى { $site } من الآن فصاعدًا.
link-signed-in = تم تسجيل دخولك باسم { $account } في هذا المتصفح. سينتهي ذلك عند إتمام الخطوات.
link-signed-in-unnamed = هناك تسجيل دخول قائم في هذا المتصفح. سينتهي ذلك عند إتمام الخطوات.
link-incomplete-heading = هذا الرابط غير مكتمل
link-incomplete-lead = ضاع جزء من الرابط في الطريق. افتحه من الرسالة مرة أخرى، أو انسخ العنوان كاملًا.
link-dead-heading = لم يعد هذا الرابط يعمل
link-dead-activate = سبق استخدام الرابط، أو انتهت صلاحيته. إذا كان حسابك نشطًا، فسجِّل الدخول؛ وإلا، فاطلب رابطًا جديدًا.
link-dead-recover = سبق استخدام الرابط، أو انتهت صلاحيته. ابدأ من جديد واطلب رابطًا آخر.
link-unusable-heading = لا يمكن تنشيط الحسابات هنا
link-unusable-lead = لا مشكلة في الرابط، لكن هذا الموقع غير معدّ لذلك. يُرجى إبلاغ القائمين عليه.
link-sign-in = الانتقال إلى تسجيل الدخول

## What scripts say

went-on-elsewhere = استمر تسجيل دخولك في مكان آخر.
go-on-from-here = المتابعة من هنا
wait-is-over = يمكنك إعادة المحاولة الآن.
busy = لحظة من فضلك…
busy-signing-in = جارٍ تسجيل الدخول…

## Pages on which something goes on or begins again

signing-in-as = تسجيل الدخول باسم
summary-heading = هناك مشكلة
try-again = إعادة المحاولة
reference = الرقم المرجعي
continue-heading = تسجيل الدخول للمتابعة
continue-lead = يلزم تسجيل الدخول قبل استخدام { $site }.
continue-to-site = المتابعة إلى { $site }
cookies-needed-heading = السماح بملفات تعريف الارتباط لتسجيل الدخول
cookies-needed = يحتاج تسجيل الدخول إلى ملفات تعريف الارتباط، ولم يحتفظ متصفحك بملفاتنا.
cookies-needed-how = اسمح بملفات تعريف الارتباط لهذا الموقع في إعدادات المتصفح، ثم أعد المحاولة.
unreachable-heading = يتعذر الوصول إلى خدمة تسجيل الدخول
unreachable-lead = لن يضيع شيء؛ يُرجى إعادة المحاولة بعد قليل.
busy-lead = هناك عدد كبير من عمليات تسجيل الدخول في الوقت نفسه، أو تكررت المحاولة كثيرًا. { $when }
try-again-later = يُرجى إعادة المحاولة بعد بضع دقائق.
try-again-in-seconds = { $seconds ->
    [zero] يُرجى إعادة المحاولة الآن.
    [one] يُرجى إعادة المحاولة بعد ثانية.
    [two] يُرجى إعادة المحاولة بعد ثانيتين.
    [few] يُرجى إعادة المحاولة بعد { $seconds } ثوانٍ.
    [many] يُرجى إعادة المحاولة بعد { $seconds } ثانية.
   *[other] يُرجى إعادة المحاولة بعد { $seconds } ثانية.
}
try-again-in-minutes = { $minutes ->
    [zero] يُرجى إعادة المحاولة الآن.
    [one] يُرجى إعادة المحاولة بعد دقيقة.
    [two] يُرجى إعادة المحاولة بعد دقيقتين.
    [few] يُرجى إعادة المحاولة بعد { $minutes } دقائق.
    [many] يُرجى إعادة المحاولة بعد { $minutes } دقيقة.
   *[other] يُرجى إعادة المحاولة بعد { $minutes } دقيقة.
}
expired-heading = انتهت مهلة تسجيل الدخول
expired-lead = للحفاظ على أمان حسابك، ينتهي تسجيل الدخول إذا لم يكتمل في الوقت المحدد.
leave-heading = لحظة من فضلك
leave-to = ننقلك الآن إلى { $host }.
leave-lead = جارٍ نقلك.
form-lost-heading = لم يُرسل النموذج
form-lost = انتهى تسجيل دخولك قبل وصول النموذج إلى التطبيق، لذا لم يُحفظ شيء.
form-lost-how = لنسخ ما كتبته، ارجع إلى الصفحة السابقة أولًا. ثم سجِّل الدخول وأعد الإرسال.
framed-heading = تم تسجيل خروجك
framed-lead = لعرض هذا الجزء من الصفحة، سجِّل الدخول مرة أخرى في النافذة الكاملة.
framed-open = فتح في النافذة الكاملة
code-elsewhere = ارجع إلى المتصفح الذي بدأت فيه تسجيل الدخول، واكتب هذا الرمز هناك.
code-elsewhere-if-not = لا تكتبه إلا حيث بدأت بنفسك. إذا طلبه منك أحد، أو لم تبدأ تسجيل الدخول بنفسك، فأغلق هذه الصفحة.
already-signed-in-heading = تم تسجيل دخولك بالفعل
already-signed-in-as = تم تسجيل دخولك باسم { $account }.
already-signed-in-lead = لا يوجد ما يلزم فعله هنا.
begun-already-heading = سبق أن بدأت تسجيل الدخول
begun-already = أكمل إحدى عمليات تسجيل الدخول التي بدأتها، هنا أو في علامة تبويب أخرى. ثم افتح هذه الصفحة مرة أخرى.
begun-already-go-on = متابعة أحدث عملية
notice-unconfirmed = لا يمكننا معرفة ما إذا كان ذلك قد وصل. هذه هي المرحلة التي بلغها تسجيل دخولك الآن.
notice-changed = تغيرت الصفحة في هذه الأثناء، لذا لم يُرسل شيء. يُرجى مراجعتها مرة أخرى.
notice-shortened = كان العنوان الذي أتيت منه طويلًا جدًا. قد يلزم البحث مجددًا بعد تسجيل الدخول.

## Signing out

sign-out-heading = هل تريد تسجيل الخروج؟
sign-out = تسجيل الخروج
sign-out-account = تم تسجيل دخولك باسم { $account } في { $site }.
sign-out-lead = سيلزم تسجيل الدخول مرة أخرى لاستخدام { $site }.
signed-out-heading = تم تسجيل خروجك
signed-out-lead = تم تسجيل خروجك من { $site } في هذا المتصفح.
signed-out-in-part = يتعذر الوصول إلى إحدى خدماتنا، لذا قد يستغرق سريان ذلك في كل مكان بضع دقائق.
signed-out-here-only = يتعذر الوصول إلى خدمة تسجيل الدخول، لذا قد تظل جلستك مفتوحة هناك.
sign-in-again = تسجيل الدخول مرة أخرى

## Requests that cannot be answered

go-to-start = الانتقال إلى صفحة البداية
bad-request-heading = يتعذر فتح هذا العنوان
bad-request = جزء من العنوان ناقص أو مكتوب بشكل خاطئ. راجع العنوان، أو ابدأ من صفحة البداية.
foreign-post-heading = أوقفنا هذا الطلب
foreign-post = لم يأتِ الطلب من صفحة في هذا الموقع، لذا لم يُنفَّذ شيء. إذا أرسلته بنفسك، فافتح الصفحة مرة أخرى وكرِّر الطلب.
forbidden-heading = ليس لديك إذن بالوصول إلى هذه الصفحة
forbidden = لا يُسمح لحسابك بعرضها. إذا كان ذلك غير صحيح، فتواصل مع القائمين على هذا الموقع.
not-found-heading = لا يوجد شيء في هذا العنوان
not-found = ربما نُقلت الصفحة، أو أن في العنوان خطأ.
wrong-method-heading = لا تدعم هذه الصفحة ذلك
wrong-method = العنوان صحيح، لكنه لا يقبل هذا النوع من الطلبات. لم يتغير شيء.
too-large-heading = حجم ما أُرسل كبير جدًا
too-large = ما أرسلته أكبر مما يقبله هذا الموقع. لم يُحفظ شيء. يُرجى إرسال قدر أقل، أو على أجزاء أصغر.
misdirected-heading = هذا العنوان يخص موقعًا آخر
misdirected = طلب منا متصفحك صفحة موجودة في مكان آخر. افتح العنوان مرة أخرى في نافذة جديدة.
too-many-requests = كانت هناك محاولات كثيرة خلال وقت قصير. { $when }
cookies-too-large-heading = أرسل متصفحك بيانات أكثر من اللازم
cookies-too-large = كبُر حجم ملفات تعريف الارتباط التي يحتفظ بها متصفحك لهذا الموقع أكثر من اللازم. احذف ملفات هذا الموقع، ثم أعد المحاولة.
internal-heading = حدث خطأ من جانبنا
internal = لم يكن السبب شيئًا فعلته. يُرجى إعادة المحاولة بعد قليل.
bad-gateway-heading = التطبيق لا يستجيب
bad-gateway = يتعذر الوصول إلى { $site } الآن. يُرجى إعادة المحاولة بعد قليل.
unavailable-heading = يتعذر فتح هذا الآن
unavailable = يتعذر الوصول إلى خدمة نحتاج إليها. لن يضيع شيء؛ يُرجى إعادة المحاولة بعد قليل.
gateway-timeout-heading = يستغرق التطبيق وقتًا طويلًا
gateway-timeout = لم يستجب { $site } في الوقت المحدد. قبل تكرار أي إجراء، تأكد من أنه لم يُنفَّذ بالفعل.

## Security keys and passkeys

webauthn-create = إعداد
webauthn-use = تحقُّق
webauthn-sign-in = تسجيل الدخول بمفتاح مرور
webauthn-again = إعادة المحاولة
webauthn-needs-script = تحتاج هذه الخطوة إلى JavaScript، وهو معطَّل في متصفحك. فعِّله وافتح هذه الصفحة مرة أخرى، أو استخدم طريقة أخرى.
webauthn-stopped = لم ينجح ذلك، أو تم إيقافه. أعد المحاولة، أو استخدم طريقة أخرى.
webauthn-unsupported = لا يدعم هذا المتصفح مفاتيح الأمان أو مفاتيح المرور. استخدم طريقة أخرى أو متصفحًا آخر.
webauthn-already-set-up = سبق إعداد هذا المفتاح أو الجهاز. استخدم مفتاحًا أو جهازًا آخر، أو طريقة أخرى.
webauthn-not-at-this-address = لا يسمح متصفحك باستخدام هذا هنا. استخدم طريقة أخرى، وأبلغ المسؤول.
webauthn-out-of-reach = لا تعمل مفاتيح الأمان ومفاتيح المرور الخاصة بمؤسستك في هذا العنوان. استخدم طريقة أخرى، أو تواصل مع المسؤول.
webauthn-elsewhere-heading = لا تعمل مفاتيح المرور في هذا العنوان
webauthn-elsewhere-lead = مفاتيح المرور ومفاتيح الأمان الخاصة بمؤسستك مرتبطة بعنوان آخر. يمكنك المتابعة من دونها.

## Passwords while they are typed

password-show = إظهار
password-hide = إخفاء
password-rule-met = مستوفى:

## Captchas and Duo

captcha-needs-script = قبل إرسال هذا النموذج، يحتاج التحقق من أنك شخص حقيقي إلى JavaScript. يُرجى تفعيله وفتح هذه الصفحة من جديد.
captcha-failed = لم ينجح التحقق من أنك شخص حقيقي. يُرجى المحاولة مرة أخرى.
duo-needs-script = يحتاج Duo إلى JavaScript، وهو متوقف في متصفحك. يُرجى تفعيله وفتح هذه الصفحة من جديد، أو استخدام طريقة أخرى.
duo-frame = Duo Security
duo-failed = تعذّر الاتصال بـ Duo. يُرجى المحاولة مرة أخرى أو استخدام طريقة أخرى.

## Help

help = المساعدة

## Captchas, devices and help

device-needs-script = تحتاج هذه الخطوة إلى JavaScript، وهو متوقف في متصفحك. يُرجى تسجيل الدخول بطريقة أخرى.
device-not-found = لم نعثر على التطبيق على هذا الجهاز. يُرجى فتحه والتحقق من جديد، أو تسجيل الدخول بطريقة أخرى.
device-denied = لا يسمح متصفحك لهذه الصفحة بالبحث عن التطبيقات على هذا الجهاز. يُرجى السماح بذلك وفتح هذه الصفحة من جديد، أو تسجيل الدخول بطريقة أخرى.
device-denied-help = كيفية السماح بذلك
