# As palavras das páginas, em português do Brasil.

## Every page

page-title-error = Erro: { $heading } – { $site }
page-title = { $heading } – { $site }
language = Idioma:
not-you = Não é você?
start-over = Recomeçar

## Services of others, to sign in with

provider-of-several = { $name } ({ $number })

## What can be set up, and what each is good for

enroll-good-for-password = Uma palavra ou frase que só você sabe.
enroll-good-for-email = Um código ou um link por e-mail.
enroll-good-for-phone = Um código por SMS ou ligação.
enroll-good-for-phone-messages = Um código por SMS.
enroll-good-for-app = Aprove o login no celular com um toque.
enroll-good-for-code-app = Um app no celular mostra um código, mesmo sem internet.
enroll-good-for-code-device = Um pequeno aparelho que você leva com você mostra um código.
enroll-good-for-passkey = Sua digital, seu rosto, um PIN ou uma chave que você conecta. Nada para memorizar.
enroll-good-for-question = Uma pergunta que só você sabe responder.
enroll-good-for-account = Uma conta que você tem em outro serviço.
enroll-good-for-card = Um cartão e um leitor.
enroll-good-for-badge = Um crachá que você aproxima do celular.
enroll-only-for-recovery = Só para quando você não conseguir acessar a conta.
enroll-badge-date = Pode esperar até { $date }
enroll-badge-skips = { $count ->
    [one] Pode esperar mais uma vez
   *[other] Pode esperar mais { $count } vezes
}
enroll-badge-now = Necessário agora

## What to do in an application or on another device

guide-qr-install = Instale o { $name } no celular.
guide-qr-add = Abra o app e escolha adicionar uma conta de trabalho.
guide-qr-scan = Escaneie o código abaixo.
guide-here-install = Baixe o { $name } neste dispositivo, se ainda não tiver.
guide-here-add = Abra o app e escolha adicionar uma conta de trabalho.
guide-here-address = Quando o app pedir um endereço, digite { $address }.
guide-other-open = Abra o { $name } em um dispositivo em que você já o usa.
guide-other-open-on = Abra o { $name } em um destes dispositivos: { $devices }.
guide-other-add = No app, escolha sua conta e depois a opção de adicionar outro dispositivo.
guide-other-confirm = Confirme nesse dispositivo que é você.
guide-open = Abrir o { $name }
guide-get = Baixar o { $name }

channel-qrcode = Para um celular ou tablet ao lado desta tela.
channel-email = Enviamos um link para você abrir no celular.
channel-sms = Enviamos um link para você abrir no celular.
channel-samedevice = Para o app no dispositivo que você está usando agora.
channel-devicebootstrap = Se você já usa o app em outro dispositivo.

device-store-apple = Baixe o Okta Verify na App Store.
device-store-google = Baixe o Okta Verify no Google Play.
device-store-other = Baixe o Okta Verify para este dispositivo.
device-add-account = Abra o app e adicione uma conta de trabalho.
device-address = Quando o app pedir um endereço, digite { $address }.
device-follow = Configure o dispositivo com o botão abaixo e siga as instruções.
device-restart = Quando terminar, feche esta página.
device-come-back = Depois volte ao que você queria abrir e entre de novo.

## Steps with a purpose of their own: a heading, what the heading leaves open, and a button

purpose-next-code-heading = Digite o próximo código
purpose-next-code-lead = Espere até { $name } mostrar outro código e digite-o aqui.
purpose-next-code-button = Verificar

purpose-touch-heading = Toque em { $name }
purpose-touch-lead = Conecte a chave e toque nela: ela digita o código por você.
purpose-touch-button = Verificar
purpose-touch-enroll-heading = Configure { $name }
purpose-touch-enroll-lead = Conecte a chave e toque nela: ela digita o código por você.
purpose-touch-enroll-button = Configurar

purpose-two-codes-heading = Configure { $name }
purpose-two-codes-lead = Digite o ID da credencial e depois dois códigos, na ordem em que aparecerem.
purpose-two-codes-button = Configurar

purpose-token-enroll-heading = Configure { $name }
purpose-token-enroll-lead = Digite o nome de usuário que você tem lá e o código exibido.
purpose-token-enroll-button = Configurar

purpose-passkey-heading = Use sua chave de acesso
purpose-passkey-lead = O dispositivo pede sua digital, seu rosto, um PIN ou sua chave de segurança.
purpose-passkey-button = Continuar
purpose-passkey-enroll-heading = Configure uma chave de acesso
purpose-passkey-enroll-lead = O dispositivo pede sua digital, seu rosto, um PIN ou uma chave de segurança. Não há nada para memorizar.
purpose-passkey-enroll-button = Configurar
purpose-passkey-promoted-heading = Entre mais rápido da próxima vez
purpose-passkey-promoted-lead = Com uma chave de acesso, sua digital, seu rosto ou um PIN substituem códigos e senhas.
purpose-passkey-promoted-button = Criar uma chave de acesso

purpose-not-sent-heading = Receba um código
purpose-not-sent-lead = Peça o envio para { $place } e digite o código aqui.
purpose-not-sent-button = Verificar
purpose-email-or-link-heading = Confira seu e-mail
purpose-email-or-link-lead = Enviamos um código para { $place }. Digite-o aqui ou abra o link do e-mail. Pode levar um minuto.
purpose-email-or-link-button = Verificar

purpose-pin-enroll-heading = Escolha um PIN
purpose-pin-enroll-lead = Você vai digitá-lo sempre que usar { $name }.
purpose-pin-enroll-button = Definir PIN
purpose-badge-enroll-heading = Configure { $name }
purpose-badge-enroll-lead = Abra o Okta Verify e aproxime o crachá da parte de trás do celular.
purpose-badge-enroll-button = Continuar
purpose-badge-heading = Use { $name }
purpose-badge-lead = Aproxime o crachá da parte de trás do celular.
purpose-badge-button = Continuar

purpose-push-heading = Verifique com { $name }
purpose-push-lead = Pedimos sua aprovação em { $place }.
purpose-push-button = Enviar notificação push
purpose-fastpass-heading = Verifique com { $name }
purpose-fastpass-lead = { $name } neste dispositivo confirma que é você.
purpose-fastpass-button = Usar o Okta FastPass

purpose-recovery-choice-heading = Redefina sua senha
purpose-recovery-choice-lead = Primeiro, escolha como confirmar que é você.
purpose-recovery-choice-button = Continuar

purpose-channel-heading = Configure { $name }
purpose-channel-lead = Escolha o que for melhor para você: o resultado é o mesmo.
purpose-channel-button = Continuar

purpose-password-elsewhere-heading = Altere sua senha
purpose-password-elsewhere-lead = Sua senha expirou. Altere-a em { $place }, depois volte aqui e entre.
purpose-password-elsewhere-button = Continuar

purpose-admin-consent-heading = Permitir acesso à sua organização?
purpose-admin-consent-lead = { $place } poderá fazer isto em nome de todos na sua organização:
purpose-admin-consent-button = Permitir acesso

purpose-open-app-heading = Verifique com o Okta Verify
purpose-open-app-lead = Abra o app neste dispositivo para continuar. Se nada acontecer, baixe o app primeiro ou entre de outra forma.
purpose-open-app-button = Continuar
purpose-browser-checks-heading = Um momento
purpose-browser-checks-lead = Seu navegador e sua organização estão verificando este dispositivo.
purpose-browser-checks-button = Continuar
purpose-device-confirms-heading = Verifique com este dispositivo
purpose-device-confirms-lead = O dispositivo confirma que é você. Ele pode pedir sua digital, seu rosto ou o código de desbloqueio.
purpose-device-confirms-button = Continuar
purpose-no-answer-heading = Entre de outra forma
purpose-no-answer-lead = O Okta Verify não respondeu neste dispositivo.
purpose-no-answer-button = Continuar

purpose-card-heading = Entre com um cartão inteligente
purpose-card-lead = Primeiro, insira o cartão no leitor.
purpose-card-button = Continuar
purpose-card-factor-heading = Use seu cartão inteligente
purpose-card-factor-lead = Primeiro, insira o cartão no leitor. Você vai para outra página por um momento e volta para cá.
purpose-card-factor-button = Continuar

purpose-card-enroll-heading = Configure seu cartão inteligente
purpose-card-enroll-lead = Primeiro, insira o cartão no leitor. Você vai para outra página por um momento e volta para cá.
purpose-card-enroll-button = Continuar
purpose-account-enroll-heading = Conecte { $name }
purpose-account-enroll-lead = Você entra lá uma vez e volta para cá.
purpose-account-enroll-button = Continuar
purpose-phone-enroll-heading = Configure seu telefone
purpose-phone-enroll-lead = Vamos enviar um código para confirmar que ele chega até você.
purpose-phone-enroll-button = Enviar o código
purpose-call-enroll-heading = Atenda o telefone
purpose-call-enroll-lead = Estamos ligando para { $place }. Digite o código que você ouvir.
purpose-call-enroll-button = Verificar
purpose-secret-enroll-heading = Configure { $name }
purpose-secret-enroll-lead = Adicione uma conta lá com esta chave e digite o código exibido.
purpose-secret-enroll-button = Verificar
purpose-look-for-app-heading = Verifique com o Okta Verify
purpose-look-for-app-lead = Estamos procurando o app neste dispositivo. Ele pode pedir sua digital, seu rosto ou o código de desbloqueio.
purpose-look-for-app-button = Continuar

purpose-busy-heading = Aguarde um momento
purpose-busy-lead = O serviço de login está ocupado. Vamos tentar de novo automaticamente, e nada se perde.
purpose-busy-button = Verificar de novo

purpose-activation-heading = Receba um novo e-mail de ativação
purpose-activation-lead = Enviamos outro link para você ativar sua conta.
purpose-activation-button = Enviar o e-mail

purpose-profile-heading = Complete seu perfil
purpose-profile-lead = Faltam alguns dados sobre você. Só perguntamos uma vez.
purpose-profile-button = Continuar

## Questions that belong together in a form about a person

profile-address = Endereço

## Facts beside a step

identity-terms = Termos de uso
identity-privacy = Política de privacidade
identity-read = Antes de continuar, você pode ler:

## Ends: what is called so, what it means

end-link-expired-lead = Ele é antigo demais. Volte para onde você o pediu e envie de novo.
end-link-used-lead = Ele já foi usado ou um mais novo foi enviado. Volte para onde você o pediu.
end-link-broken-lead = Há algo errado com ele. Volte para onde você o pediu e envie de novo.
end-moved-lead = Você continuou em outra aba.
end-confirmed-heading = Seu e-mail foi confirmado
end-confirmed-lead = Volte para a aba em que você começou. Você pode fechar esta página.
end-your-code-lead = Volte para onde você começou a entrar e digite este código lá.
end-refused-lead = Ninguém acessou sua conta. Se era você tentando entrar, comece de novo.
end-check-email-lead = Enviamos um e-mail para você. Abra o link nele para continuar; você pode fechar esta página.
end-activation-sent-lead = Enviamos um e-mail com um novo link. Abra-o para ativar sua conta.
end-activation-expired-lead = O link para ativar sua conta é antigo demais. Peça um novo ao administrador.
end-activation-missing-lead = Talvez sua conta já esteja ativa: nesse caso, é só entrar. Se não estiver, peça um novo link ao administrador.
end-reset-link-lead = O link para redefinir sua senha é antigo demais ou já foi usado. Na página de login, escolha “Esqueceu a senha?” para receber um novo.
end-recovered-lead = Entre com a nova senha.
end-unlocked-lead = Você pode entrar como de costume.
end-unlocked-landed-lead = Agora confirme que é você.
end-reset-not-possible-heading = Não é possível redefinir sua senha aqui
end-unlock-not-possible-heading = Não é possível desbloquear sua conta aqui
end-ask-administrator-lead = O administrador pode ajudar você.
end-device-connected-lead = Continue nele. Você pode fechar esta página.
end-device-denied-lead = Isso aconteceu porque você recusou. Se mudar de ideia, comece de novo no dispositivo.
end-device-fault-lead = Algo deu errado. Comece de novo no dispositivo.
end-too-often-lead = Foram muitas tentativas em pouco tempo. Aguarde alguns minutos e tente de novo.
end-not-now-lead = O serviço de login está com um problema. Nada se perdeu; tente de novo daqui a pouco.
end-maintenance-lead = O serviço de login está em manutenção. Tente de novo mais tarde.
end-no-access-heading = Você não tem acesso
end-no-access-lead = Sua conta não tem permissão para fazer isso. Se deveria ter, fale com o administrador.
end-not-assigned-lead = Sua conta não está configurada para este aplicativo. Peça acesso ao administrador.
end-registration-failed-heading = Sua conta ainda não foi criada
end-not-possible-heading = Isso não é possível aqui
continue = Continuar
verify = Verificar
go-back = Voltar
start-again = Começar de novo
read-more = Saiba mais:

## Signing in

sign-in = Entrar
continue-signing-in-heading = Continue o login
wait-heading = Aguarde um momento
skip-heading = Você pode fazer isso depois
redirect-and-back = Você vai para lá por um momento e volta para cá.
continue-for-now = Continuar por enquanto
stay-signed-in-heading = Manter o login ativo?
stay-signed-in-where = Em um dispositivo que só você usa, isso poupa tempo.
stay-signed-in = Manter o login ativo
stay-signed-in-refuse = Não manter o login ativo

## Proving who one is

verify-heading = Confirme que é você
verify-choose = Escolha como confirmar que é você.
verify-with-heading = Verifique com { $authenticator }
verify-identity-heading = Confirme sua identidade
verify-identity-by-service = Um serviço em que sua organização confia verifica quem você é e traz você de volta para cá.
okta-verify-heading = Verifique com o Okta Verify
okta-verify-looking = Estamos procurando o app neste dispositivo.
open-okta-verify = Abrir o Okta Verify
security-question-heading = Responda à pergunta de segurança
pin-heading = Digite seu PIN
needs-script = Esta página ainda não consegue fazer essa etapa. Peça outra forma ao administrador.
needs-script-other-way = Esta página ainda não consegue fazer essa etapa. Use outra forma.

## Codes

code-heading = Digite o código
code-shown-by-app = Abra { $authenticator } e digite o código exibido.
code-from-device = Digite o código de { $authenticator }.
access-code-heading = Digite o código de acesso
access-code-from = O administrador passou esse código para você.
check-email-heading = Confira seu e-mail
email-code-sent-to = Enviamos um código para { $place }. Pode levar um minuto.
email-code-sent = Enviamos um código para você. Pode levar um minuto.
check-phone-heading = Confira seu telefone
text-message-sent-to = Enviamos um SMS com um código para { $place }.
text-message-sent = Enviamos um SMS com um código para você.
code-sent-to = Enviamos um código para { $place }.
code-sent-to-phone = Enviamos um código para o seu telefone.
call-heading = Atenda o telefone
calling-to = Estamos ligando para { $place }. Digite o código que você ouvir.
calling = Estamos ligando para você. Digite o código que você ouvir.
code-by-email-heading = Receba um código por e-mail
code-by-email-to = Vamos enviá-lo para { $place }.
code-by-email = Vamos enviá-lo para o seu endereço.
code-by-phone-heading = Receba um código por telefone
code-by-phone-to = Ele vai para { $place }.
code-by-phone = Ele vai para o seu telefone.

## Approving on a telephone

push-choose-number = Abra { $authenticator } e escolha este número para aprovar o login.
push-approve = Aprove o login em { $authenticator }.
waiting-for-phone = Aguardando seu telefone…
waiting-for-email = Aguardando seu e-mail…
waiting = Aguardando…

## Passwords

password-heading = Digite sua senha
choose-password-heading = Escolha uma senha
new-password-heading = Escolha uma nova senha
change-password-heading = Altere sua senha
reset-password-heading = Redefina sua senha
reset-password-who = Primeiro, diga quem você é.
set-password = Definir senha
password-has-run-out = Sua senha expirou.
password-runs-out = { $days ->
    [0] Sua senha expira hoje. Altere-a agora ou deixe para depois.
    [1] Sua senha expira amanhã. Altere-a agora ou deixe para depois.
   *[other] Sua senha expira em { $days } dias. Altere-a agora ou deixe para depois.
}
password-runs-out-soon = Sua senha expira em breve. Altere-a agora ou deixe para depois.
change-password-at = Altere-a em { $place }
password-rules = Requisitos da senha
password-rule-length = { $count ->
    [one] Pelo menos um caractere
   *[other] Pelo menos { $count } caracteres
}
password-rule-upper-case = { $count ->
    [one] Uma letra maiúscula
   *[other] { $count } letras maiúsculas
}
password-rule-lower-case = { $count ->
    [one] Uma letra minúscula
   *[other] { $count } letras minúsculas
}
password-rule-numbers = { $count ->
    [one] Um número
   *[other] { $count } números
}
password-rule-symbols = { $count ->
    [one] Um símbolo
   *[other] { $count } símbolos
}
password-rule-repeating = { $count ->
    [one] Nenhum caractere repetido em seguida
   *[other] O mesmo caractere no máximo { $count } vezes seguidas
}
password-rule-username = Nenhuma parte do seu nome de usuário
password-rule-first-name = Sem o seu nome
password-rule-last-name = Sem o seu sobrenome
password-rule-history = { $count ->
    [one] Diferente da sua última senha
   *[other] Diferente das suas últimas { $count } senhas
}

## Setting up

set-up-heading = Configure como você entra
set-up-another = Adicione outra forma de confirmar que é você ou deixe para depois.
set-up-first = Escolha o que configurar primeiro.
set-up-differently-heading = Configure de outra forma
set-up-it-heading = Faça a configuração
set-up-with-heading = Configure { $authenticator }
set-up-phone-heading = Configure seu telefone
set-up-phone-check = Vamos enviar um código para confirmar que ele chega até você.
set-up-question-heading = Configure uma pergunta de segurança
set-up-question-answer = Escolha uma resposta que só você saiba e que não mude.
set-up-okta-verify-heading = Configure o Okta Verify
set-up-okta-verify-where = Para onde devemos enviar o link?
set-up-scan-with = Escaneie isto com { $authenticator } e digite o código exibido.
set-up-on-this-device = Abra { $authenticator } neste dispositivo e adicione sua conta.
set-up-from-other-device = Abra { $authenticator } em um dispositivo em que você já usa o app e adicione este.
set-up-install-and-scan = Instale { $authenticator } no celular, escolha adicionar uma conta e escaneie isto.
link-sent-to = Enviamos um link para { $place }. Abra-o no celular.
link-sent-by-email = Enviamos um e-mail com um link. Abra-o no celular.
link-sent-by-text-message = Enviamos um SMS com um link. Abra-o no celular.
key-instead = Não consegue escanear? Digite esta chave:
key-to-type = Digite esta chave no app:
qr-code-for = Código QR que configura { $authenticator }
qr-code-for-app = Código QR que configura seu app

## Accounts

sign-up-heading = Crie sua conta
sign-up = Criar conta
profile-heading = Complete seu perfil
unlock-account-heading = Desbloqueie sua conta
unlock-account-who = Diga quem você é e como podemos confirmar.
activation-email-heading = Receba um novo e-mail de ativação
send-the-email = Enviar o e-mail

## Devices

connect-device-heading = Conecte seu dispositivo
connect-device-code = Digite o código que aparece no dispositivo.
device-attention-heading = Seu dispositivo precisa de atenção
device-set-up-heading = Configure seu dispositivo
device-set-up-for = { $organization } só permite dispositivos que gerencia. Configure o seu e entre de novo.
device-set-up = Aqui só são permitidos dispositivos gerenciados. Configure o seu e entre de novo.
device-set-up-button-with = Configurar com { $vendor }
device-set-up-button = Configurar este dispositivo
fact-managed-with = Gerenciado com

## Giving access

consent-heading = Permitir acesso à sua conta?
consent-asked-by = { $application } gostaria de:
consent-asked = Este aplicativo gostaria de:
consent-allow = Permitir acesso
consent-refuse = Não permitir
scopes-always = Sempre incluído
email-consent-heading = Você acabou de tentar entrar?
email-consent-if-not = Se não foi você, diga que não: ninguém entra.
email-consent-allow = Sim, fui eu
email-consent-refuse = Não, não fui eu

## Buttons that send something

send-again = Enviar de novo
send-code = Enviar o código
send-link = Enviar o link
send-text-message = Enviar SMS
send-email = Enviar e-mail
send-push = Enviar notificação push
call-me = Receber ligação
check-now = Verificar agora
check-again = Verificar de novo

## Other ways, offered as links below what a page is for

way-forgot-password = Esqueceu a senha?
way-forgot-pin = Esqueceu o PIN?
way-lost-authenticator = Perdeu o dispositivo?
way-send-code-again = Enviar o código de novo
way-new-code = Receber um novo código
way-link-opened = Já abri o link do e-mail
way-sign-in-differently = Entrar de outra forma
way-other-authenticator = Usar outra forma
way-set-up-something-else = Configurar outra coisa
way-other-channel = Configurar de outra forma
way-unlock-account = Desbloquear sua conta
way-have-account = Já tenho uma conta
way-sign-in-with-username = Entrar com nome de usuário
way-okta-fastpass = Entrar com o Okta FastPass
way-change-number = Alterar o número
way-passkey = Entrar com uma chave de acesso
way-create-passkey = Criar uma chave de acesso
way-where-to-send = Escolher para onde vai o link
way-badge = Entrar com o crachá
way-new-activation-email = Receber um novo e-mail de ativação
way-choose-method = Escolher como falamos com você
way-enter-code = Digitar um código
way-later = Fazer depois
way-skip = Pular por enquanto
sign-in-with-smart-card = Entrar com um cartão inteligente
continue-with-provider = Continuar com { $provider }
continue-elsewhere = Continuar lá

## Authenticators: ways of proving who one is, as names

authenticator-password = Senha
authenticator-email = E-mail
authenticator-phone = Telefone
authenticator-okta-verify = Okta Verify
authenticator-code-app = App autenticador
authenticator-code-device = Gerador de códigos
authenticator-security-key = Chave de segurança
authenticator-security-question = Pergunta de segurança
authenticator-duo = Duo Security
authenticator-identity-provider = Outra conta
authenticator-smart-card = Cartão inteligente
authenticator-access-code = Código de acesso temporário
authenticator-badge = Crachá
authenticator-other = Outra forma
nickname-and-place = { $nickname }, { $place }
method-text-message = SMS
method-phone-call = Ligação

## What happens when an authenticator is used in one of its ways

use-push = Receber uma notificação push
use-code = Digitar um código
use-okta-fastpass = Usar o Okta FastPass
use-text-message = Receber um SMS
use-phone-call = Receber uma ligação
use-email = Receber um e-mail
use-qr-code = Escanear um código QR
use-this-device = Usar este dispositivo
use-another-device = Usar outro dispositivo seu

## Fields

field-password = Senha
field-new-password = Nova senha
field-code = Código
field-device-code = Código no dispositivo
field-code-of-key = Código da chave
field-credential-id = ID da credencial
field-user-name = Nome de usuário
field-new-pin = Novo PIN
field-next-code = Próximo código
field-pin = PIN
field-access-code = Código de acesso
field-remember-me = Manter meu login ativo
field-revoke-sessions = Sair em todos os outros lugares
field-method = Como devemos falar com você?
field-authenticator = Como você quer confirmar que é você?
field-phone-number = Número de telefone
field-which-question = Qual pergunta você quer?
field-question = Pergunta
field-answer = Resposta
field-optional = (opcional)
field-error = Erro:
field-account = Conta
hint-phone-number = Com o código do país, por exemplo +1 415 555 0123
choose-one = Escolha uma opção
option-number = Opção { $number }

## What was wrong with a field

fault-no-password = Digite sua senha.
fault-no-new-password = Digite uma senha.
fault-no-code = Digite o código.
fault-no-choice = Escolha uma resposta: { $field }
fault-missing = Preencha este campo: { $field }.
fault-not-offered = Escolha uma das respostas abaixo.
fault-not-yes-or-no = Marque ou deixe em branco.

## What went wrong, and other news of the sign-in service

server-says-nothing = Há algo errado. Confira o que você digitou e tente de novo.
server-no-match = Os dados não conferem. Confira o que você digitou e tente de novo.
server-wrong-password = A senha não confere. Verifique-a e tente de novo.
server-wrong-code = O código não confere. Verifique-o e tente de novo.
server-wrong-code-of-message = O código não confere. Veja a mensagem mais recente e tente de novo.
server-wrong-code-of-app = O código não confere. Os códigos mudam com frequência: digite o que aparece agora.
server-used-code = Esse código já foi usado. Aguarde o próximo.
server-next-code = O código está certo. Só falta mais um.
server-wrong-answer = A resposta não confere. Tente de novo.
server-app-too-old = O Okta Verify no seu celular é antigo demais para isso. Atualize o app e comece de novo.
server-app-too-old-for-push = O Okta Verify no seu celular é antigo demais para isso. Atualize o app e envie de novo.
server-wants-biometrics = Sua organização também pede sua digital ou seu rosto. Ative isso no app do celular e envie de novo.
server-safe-mode = O serviço de login está em manutenção, e algumas coisas não podem ser alteradas agora. Tente de novo mais tarde.
server-account-exists = Já existe uma conta com esses dados. Entre nela ou use outros.
server-password-breaks-rules = Esta senha não atende a todos os requisitos. Confira a lista e tente outra.
server-password-expiring = Depois que sua senha expirar, você terá que alterá-la para poder entrar.
server-unknown-user = Não há nenhuma conta com esse nome. Verifique-o e tente de novo.
server-no-username = Digite seu nome de usuário.
server-not-an-email = Digite um endereço de e-mail, como nome@example.com.
server-invalid-phone-number = Não conseguimos contato com esse número. Verifique-o, com o código do país.
server-device-refused = Seu dispositivo não foi conectado porque você recusou.
server-device-failed = Seu dispositivo não foi conectado porque algo deu errado.
server-too-many-text-messages = Você pediu SMS demais. Aguarde um pouco ou use outra forma.
server-too-many-calls = Você pediu ligações demais. Aguarde um pouco ou use outra forma.
server-too-many-requests = Você tentou vezes demais. Aguarde alguns minutos e tente de novo.
server-access-denied = Você não pode fazer isso com sua conta. Se deveria poder, fale com o administrador.
server-not-assigned = Sua conta não está configurada para este aplicativo. Peça acesso ao administrador.
server-too-late = Demorou demais. Envie de novo.
server-push-rejected = O login foi recusado no seu celular. Se foi sem querer, envie de novo.
server-sign-in-refused = O login foi recusado. Ninguém acessou sua conta.
server-session-expired = Você ficou ausente por muito tempo. Comece de novo.
server-internal-error = O serviço de login está com um problema. Nada se perdeu; tente de novo daqui a pouco.
server-unreadable = O serviço de login não conseguiu ler isso. Tente de novo.
server-unlocked = Sua conta foi desbloqueada.
server-unlocked-verify = Sua conta foi desbloqueada. Agora confirme que é você.
server-email-sent = Enviamos um e-mail para você. Abra o link nele para continuar.
server-link-expired = Este link é antigo demais. Volte para onde você o pediu e envie de novo.
server-link-used = Este link já foi usado. Volte para onde você o pediu.
server-link-unusable = Não foi possível usar este link. Volte para onde você o pediu.
server-reset-link-unusable = O link para redefinir sua senha não funciona mais. Peça um novo.
server-other-tab = Você continuou em outra aba. Pode fechar esta.
server-code-for-first-tab = Volte para onde você começou a entrar e digite este código lá.

## The end of a sign-in that is no success

end-heading = Não é possível continuar aqui
end-failed-heading = Não é possível entrar desta forma
end-succeeded-heading = Pronto
end-nothing-more = Não há mais nada a fazer nesta página.
end-not-now-heading = Não conseguimos concluir seu login agora
end-unlocked-heading = Sua conta foi desbloqueada
end-password-changed-heading = Sua senha foi alterada
end-device-connected-heading = Seu dispositivo foi conectado
end-device-not-connected-heading = Seu dispositivo não foi conectado
your-code-heading = Seu código
end-close-page-heading = Você pode fechar esta página
end-link-dead-heading = Este link não funciona mais
end-refused-heading = O login foi recusado
code-elsewhere-warning = Digite-o somente onde você mesmo começou.
fact-browser = Navegador
fact-system = Sistema
fact-place = Local

## Asking for a stronger or more recent sign-in

confirm-heading = Confirme que é você
confirm-lead = Esta página pede um login mais forte ou mais recente que o seu.
confirm-framed-lead = Esta parte da página pede um login mais forte ou mais recente. Para vê-la, confirme que é você na janela inteira.
confirm-framed-link = Abrir na janela inteira
confirm-form-heading = Seu formulário não foi enviado
confirm-form-lead = Ele pede antes um login mais forte ou mais recente, por isso nada foi salvo.
confirm-form-advice = Se quiser copiar o que digitou, volte primeiro. Depois confirme que é você e envie de novo.
confirm-form-button = Confirmar que é você
step-up-notice = Você já entrou. A página que você pediu precisa de um login mais forte ou mais recente; confirme que é você para continuar.
level-heading = Esta página precisa de um login mais forte
level-lead = Seu login não atingiu o nível que esta página pede. Todo o resto funciona como antes.
level-advice = Você pode tentar de novo em um minuto. Se não adiantar, pergunte a quem cuida deste site que forma de login você precisa usar.
level-retry = Tentar de novo
level-home = Ir para a página inicial

## Links in mails that activate or recover an account

activate-heading = Ative sua conta
activate-lead = Pressione o botão para configurar sua conta em { $site }.
activate-button = Ativar minha conta
recover-heading = Recupere o acesso à sua conta
recover-lead = Pressione o botão para escolher como você vai entrar em { $site } de agora em diante.
link-signed-in = Neste navegador, o login está ativo como { $account }. Quando você concluir, ele será encerrado.
link-signed-in-unnamed = Neste navegador, há um login ativo. Quando você concluir, ele será encerrado.
link-incomplete-heading = Este link está incompleto
link-incomplete-lead = Uma parte dele se perdeu no caminho. Abra-o de novo a partir do e-mail ou copie o endereço inteiro.
link-dead-heading = Este link não funciona mais
link-dead-activate = Ele já foi usado ou é antigo demais. Se sua conta estiver ativa, entre; se não, peça um novo link.
link-dead-recover = Ele já foi usado ou é antigo demais. Recomece e peça um novo.
link-unusable-heading = Não é possível ativar contas aqui
link-unusable-lead = Não há nada de errado com seu link. Este site não está configurado para isso; avise quem cuida dele.
link-sign-in = Ir para o login
## What scripts say

went-on-elsewhere = Seu login continuou em outro lugar.
go-on-from-here = Continuar a partir daqui
wait-is-over = Agora você pode tentar de novo.
busy = Um momento…
busy-signing-in = Entrando…

## Pages on which something goes on or begins again

signing-in-as = Entrando como
summary-heading = Há um problema
try-again = Tentar de novo
reference = Referência
continue-heading = Entre para continuar
continue-lead = Você precisa entrar para usar { $site }.
continue-to-site = Continuar para { $site }
cookies-needed-heading = Permita cookies para entrar
cookies-needed = O login precisa de cookies, e seu navegador não guardou os nossos.
cookies-needed-how = Permita cookies para este site nas configurações do navegador e tente de novo.
unreachable-heading = Não conseguimos acessar o serviço de login
unreachable-lead = Nada se perdeu; tente de novo daqui a pouco.
busy-lead = Há muitas pessoas entrando ao mesmo tempo, ou alguém tentou vezes demais. { $when }
try-again-later = Tente de novo em alguns minutos.
try-again-in-seconds = { $seconds ->
    [one] Tente de novo em um segundo.
   *[other] Tente de novo em { $seconds } segundos.
}
try-again-in-minutes = { $minutes ->
    [one] Tente de novo em um minuto.
   *[other] Tente de novo em { $minutes } minutos.
}
expired-heading = Este login expirou
expired-lead = Para proteger sua conta, um login que não é concluído a tempo é encerrado.
leave-heading = Um momento
leave-to = Estamos levando você para { $host }.
leave-lead = Você está a caminho.
form-lost-heading = Seu formulário não foi enviado
form-lost = Seu login terminou antes de ele chegar ao aplicativo, por isso nada foi salvo.
form-lost-how = Se quiser copiar o que digitou, volte primeiro. Depois entre e envie de novo.
framed-heading = Seu login terminou
framed-lead = Entre de novo na janela inteira para ver esta parte da página.
framed-open = Abrir na janela inteira
code-elsewhere = Volte para o navegador em que você começou a entrar e digite este código lá.
code-elsewhere-if-not = Digite-o somente onde você mesmo começou. Se alguém pedir o código a você, ou se não foi você quem começou, feche esta página.
already-signed-in-heading = Você já entrou
already-signed-in-as = Você entrou como { $account }.
already-signed-in-lead = Não há mais nada a fazer aqui.
begun-already-heading = Você já começou a entrar
begun-already = Conclua um dos logins que você começou, aqui ou em outra aba. Depois abra esta página de novo.
begun-already-go-on = Continuar o mais recente
notice-unconfirmed = Não sabemos se isso chegou. Seu login está neste ponto agora.
notice-changed = A página mudou nesse meio-tempo, por isso nada foi enviado. Confira de novo.
notice-shortened = O endereço de onde você veio era muito longo. Depois de entrar, talvez você precise pesquisar de novo.

## Signing out

sign-out-heading = Sair?
sign-out = Sair
sign-out-account = Você entrou como { $account } em { $site }.
sign-out-lead = Você vai precisar entrar de novo para usar { $site }.
signed-out-heading = Você saiu
signed-out-lead = Você saiu de { $site } neste navegador.
signed-out-in-part = Um dos nossos serviços está indisponível, por isso pode levar alguns minutos até que isso valha em todos os lugares.
signed-out-here-only = Não conseguimos acessar o serviço de login, por isso sua sessão pode continuar aberta lá.
sign-in-again = Entrar de novo

## Requests that cannot be answered

go-to-start = Ir para a página inicial
bad-request-heading = Não conseguimos abrir este endereço
bad-request = Uma parte dele está faltando ou foi digitada errado. Confira o endereço ou comece pela página inicial.
foreign-post-heading = Bloqueamos essa solicitação
foreign-post = Ela não veio de uma página deste site, por isso nada foi feito. Se foi você quem a enviou, abra a página de novo e repita.
forbidden-heading = Você não tem acesso a esta página
forbidden = Sua conta não tem permissão para vê-la. Se acha que deveria ter, fale com quem cuida deste site.
not-found-heading = Não há nada neste endereço
not-found = A página pode ter mudado de lugar, ou há um erro no endereço.
wrong-method-heading = Esta página não pode fazer isso
wrong-method = O endereço está certo, mas não aceita esse tipo de solicitação. Nada foi alterado.
too-large-heading = Isso foi demais de uma só vez
too-large = O que você enviou é maior do que este site aceita. Nada foi salvo. Envie menos, ou em partes menores.
misdirected-heading = Este endereço pertence a outro site
misdirected = Seu navegador nos pediu uma página que fica em outro lugar. Abra o endereço de novo em uma nova janela.
too-many-requests = Houve tentativas demais em pouco tempo. { $when }
cookies-too-large-heading = Seu navegador enviou dados demais
cookies-too-large = Os cookies que ele guarda para este site ficaram grandes demais. Exclua os cookies deste site e tente de novo.
internal-heading = Algo deu errado do nosso lado
internal = Não foi nada que você fez. Tente de novo daqui a pouco.
bad-gateway-heading = O aplicativo não está respondendo
bad-gateway = Não é possível acessar { $site } agora. Tente de novo daqui a pouco.
unavailable-heading = Não conseguimos abrir isto agora
unavailable = Algo de que precisamos está indisponível. Nada se perdeu; tente de novo daqui a pouco.
gateway-timeout-heading = O aplicativo está demorando demais
gateway-timeout = { $site } não respondeu a tempo. Antes de repetir algo, verifique se já foi feito.
## Security keys and passkeys

webauthn-create = Configurar
webauthn-use = Verificar
webauthn-sign-in = Entrar com uma chave de acesso
webauthn-again = Tentar de novo
webauthn-needs-script = Esta etapa precisa de JavaScript, que está desativado no seu navegador. Ative-o e abra esta página de novo, ou use outra forma.
webauthn-stopped = Não funcionou, ou você interrompeu. Tente de novo ou use outra forma.
webauthn-unsupported = Este navegador não é compatível com chaves de segurança nem chaves de acesso. Use outra forma ou outro navegador.
webauthn-already-set-up = Você já configurou esta. Use outra chave, outro dispositivo ou outra forma.
webauthn-not-at-this-address = Seu navegador não permite usar isto aqui. Use outra forma e avise o administrador.
webauthn-out-of-reach = As chaves de segurança e de acesso da sua organização não funcionam neste endereço. Use outra forma ou fale com o administrador.
webauthn-elsewhere-heading = As chaves de acesso não funcionam neste endereço
webauthn-elsewhere-lead = As chaves de acesso e de segurança da sua organização pertencem a outro endereço. Você pode continuar sem uma.

## Passwords while they are typed

password-show = Mostrar
password-hide = Ocultar
password-rule-met = Atendido:

## Captchas, devices and help

help = Ajuda
captcha-needs-script = Antes de enviar este formulário, é preciso confirmar que você é uma pessoa, e isso requer JavaScript. Ative-o e abra esta página de novo.
captcha-failed = Não foi possível confirmar que você é uma pessoa. Tente de novo.
duo-needs-script = O Duo precisa de JavaScript, que está desativado no seu navegador. Ative-o e abra esta página de novo, ou use outra opção.
duo-frame = Duo Security
duo-failed = Não foi possível acessar o Duo. Tente de novo ou use outra opção.
device-needs-script = Isto precisa de JavaScript, que está desativado no seu navegador. Entre de outra forma.
device-not-found = Não o encontramos neste dispositivo. Abra-o e verifique de novo, ou entre de outra forma.
device-denied = Seu navegador não permite que esta página procure apps neste dispositivo. Permita e abra esta página de novo, ou entre de outra forma.
device-denied-help = Como permitir
