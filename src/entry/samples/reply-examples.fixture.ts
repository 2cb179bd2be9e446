/** For tests: in each language one reply for each verdict, as an agent might write it. Not used by the running desk. */
import type { Condition, Language } from "./story.ts";

export const EXAMPLES: Readonly<Record<Language, Readonly<Record<Condition, string>>>> = {
  en: {
    "made-right":
      "Hello Kofi,\n\nI am sorry that the fourth lamp came broken, so close to your day. I have sent a new one this morning; it will be with you by Thursday noon.\n\nMara",
    answered: "Hello,\n\nI have sent a new one this morning. It arrives on Thursday.\n\nMara",
    asked: "Hello,\n\nWhich address should it go to?\n\nMara",
    checked: "Hello,\n\nDid that do the trick?\n\nMara",
    apologised: "Hello,\n\nI am very sorry about this.\n\nMara",
    refused: "Hello,\n\nUnfortunately we cannot refund this order.\n\nMara",
    "refused-with-alternative":
      "Hello,\n\nWe cannot refund this order after sixty days. What I can offer instead is a voucher for the same sum.\n\nMara",
    boilerplate:
      "Dear customer,\n\nThank you for contacting us. Your request has been forwarded to the relevant department. We apologise for any inconvenience caused.\n\nCustomer Service",
    blamed: "Hello,\n\nYou should have read the leaflet.\n\nMara",
    otherwise: "Hello,\n\nThe weather here has been remarkable for the time of year, wouldn't one say so.\n\nMara",
  },
  de: {
    "made-right":
      "Guten Tag Herr Wendlandt,\n\nes tut mir leid, dass Sie die Messung selbst machen mussten. Ich habe heute eine neue Leuchte geschickt, sie ist am Freitag bei Ihnen.\n\nMara",
    answered: "Guten Tag,\n\nich habe den Betrag heute erstattet.\n\nMara",
    asked: "Guten Tag,\n\nkönnen Sie mir bitte die Seriennummer nennen?\n\nMara",
    checked: "Guten Tag,\n\nist das Problem damit gelöst?\n\nMara",
    apologised: "Guten Tag,\n\ndas tut mir sehr leid.\n\nMara",
    refused: "Guten Tag,\n\ndas ist leider nicht möglich.\n\nMara",
    "refused-with-alternative":
      "Guten Tag,\n\neine Erstattung ist leider nicht möglich. Stattdessen bieten wir einen Umtausch an, wir können Ihnen auch einen Gutschein anbieten.\n\nMara",
    boilerplate:
      "Sehr geehrter Kunde,\n\nvielen Dank für Ihre Nachricht. Ihr Anliegen wird bearbeitet. Für etwaige Unannehmlichkeiten bitten wir um Nachsicht.\n\nIhr Kundenservice",
    blamed: "Guten Tag,\n\nSie hätten vorher fragen sollen.\n\nMara",
    otherwise:
      "Guten Tag,\n\nunser Haus blickt auf eine Reihe von Jahren zurück, in denen vieles geschehen ist.\n\nMara",
  },
  fr: {
    "made-right":
      "Bonjour Madame,\n\nje suis désolée que ce soit la troisième fois. J'ai commandé l'ardoise ce matin, elle sera chez vous avant jeudi.\n\nMara",
    answered: "Bonjour Madame,\n\nj'ai remboursé les frais ce matin.\n\nMara",
    asked: "Bonjour Madame,\n\npourriez-vous me donner les dimensions ?\n\nMara",
    checked: "Bonjour Madame,\n\ntout est en ordre à présent ?\n\nMara",
    apologised: "Bonjour Madame,\n\nje suis sincèrement désolée.\n\nMara",
    refused: "Bonjour Madame,\n\nnous ne pouvons pas échanger cet article.\n\nMara",
    "refused-with-alternative":
      "Bonjour Madame,\n\nnous ne pouvons pas échanger cet article. En revanche, un avoir vous attend.\n\nMara",
    boilerplate:
      "Chère cliente,\n\nnous vous remercions de nous avoir contactés. Votre demande a bien été transmise au service concerné et sera traitée dans les meilleurs délais.\n\nLe service client",
    blamed: "Bonjour Madame,\n\nvous auriez dû regarder l'échantillon.\n\nMara",
    otherwise:
      "Bonjour Madame,\n\nnotre maison se réjouit de chaque saison qui passe entre la laine et le lin.\n\nMara",
  },
  es: {
    "made-right":
      "Hola Marisol:\n\nLamento mucho el susto. Hoy he devuelto el segundo cobro; lo verá antes del viernes.\n\nMara",
    answered: "Hola Marisol:\n\nHe enviado las lámparas esta mañana.\n\nMara",
    asked: "Hola Marisol:\n\n¿A qué dirección las mandamos?\n\nMara",
    checked: "Hola Marisol:\n\n¿Está resuelto?\n\nMara",
    apologised: "Hola Marisol:\n\nLo siento mucho.\n\nMara",
    refused: "Hola Marisol:\n\nNo podemos hacerlo.\n\nMara",
    "refused-with-alternative":
      "Hola Marisol:\n\nNo podemos llegar a esa fecha. En su lugar proponemos prestarle unas de la tienda.\n\nMara",
    boilerplate:
      "Estimada clienta:\n\nGracias por contactar con nosotros. Su caso ha sido recibido y el departamento correspondiente le atenderá a la mayor brevedad.\n\nAtención al cliente",
    blamed: "Hola:\n\nDebería haber pedido antes.\n\nMara",
    otherwise: "Hola Marisol:\n\nEl lino es una planta antigua que florece de azul en los campos del norte.\n\nMara",
  },
  pl: {
    "made-right":
      "Dzień dobry,\n\nbardzo przepraszam za ten strach. Proszę natychmiast odłączyć drugą lampkę. Wysyłam kuriera, odbierze obie jutro.\n\nMara",
    answered: "Dzień dobry,\n\nwysłałam nową lampkę dzisiaj.\n\nMara",
    asked: "Dzień dobry,\n\njaki numer jest na spodzie lampki?\n\nMara",
    checked: "Dzień dobry,\n\nczy wszystko w porządku?\n\nMara",
    apologised: "Dzień dobry,\n\nbardzo mi przykro.\n\nMara",
    refused: "Dzień dobry,\n\nniestety nie możemy tego zrobić.\n\nMara",
    "refused-with-alternative":
      "Dzień dobry,\n\nnie możemy zwrócić pieniędzy. Zamiast tego jest bon na nową lampkę.\n\nMara",
    boilerplate:
      "Szanowna Pani,\n\ndziękujemy za kontakt. Pani zgłoszenie zostało przekazane do właściwego działu. Pani opinia jest dla nas ważna.\n\nDział obsługi",
    blamed: "Dzień dobry,\n\ntrzeba było nie zostawiać jej na noc.\n\nMara",
    otherwise: "Dzień dobry,\n\nnasza pracownia istnieje od wielu lat i słynie z tkanin o pięknych kolorach.\n\nMara",
  },
  ja: {
    "made-right":
      "高梨様\n\nこのたびは長らくお待たせし、誠に申し訳ございません。原因が分かりましたので、11月25日までに修正いたします。\n\nマラ",
    answered: "高梨様\n\n本日発送いたしました。\n\nマラ",
    asked: "高梨様\n\n製造番号を教えていただけますか。\n\nマラ",
    checked: "高梨様\n\nその後、解決しましたか。\n\nマラ",
    apologised: "高梨様\n\n誠に申し訳ございません。\n\nマラ",
    refused: "高梨様\n\nあいにく対応できかねます。\n\nマラ",
    "refused-with-alternative": "高梨様\n\n返品は承ることができません。代わりに交換をご用意がございます。\n\nマラ",
    boilerplate: "お客様\n\nお問い合わせいただきありがとうございます。担当部署より順次ご案内となります。\n\nお客様窓口",
    blamed: "高梨様\n\nこれはお客様の誤りと存じます。\n\nマラ",
    otherwise:
      "高梨様\n\n秋も深まり、工房のまわりの木々もすっかり色づいて、朝夕はずいぶん冷え込む季節となってまいりましたことと存じます。\n\nマラ",
  },
  ar: {
    "made-right":
      "مرحبا سلمى،\n\nأعتذر عن هذا الخطأ. أعدت المبلغ الزائد هذا الصباح وسيصل إلى حسابك خلال ثلاثة أيام.\n\nمارا",
    answered: "مرحبا سلمى،\n\nأرسلت رابط الدخول إلى عنوانك القديم.\n\nمارا",
    asked: "مرحبا سلمى،\n\nهل يمكنك إرسال رقم الطلب؟\n\nمارا",
    checked: "مرحبا سلمى،\n\nهل تم حل المشكلة؟\n\nمارا",
    apologised: "مرحبا سلمى،\n\nأعتذر كثيرًا.\n\nمارا",
    refused: "مرحبا سلمى،\n\nلا يمكننا القيام بذلك.\n\nمارا",
    "refused-with-alternative": "مرحبا سلمى،\n\nلا يمكننا إلغاء الطلب. بدلا من ذلك نقترح قسيمة.\n\nمارا",
    boilerplate:
      "عزيزتي العميلة،\n\nنشكرك على تواصلك معنا. تم استلام طلبك وسيرد القسم المختص في أقرب وقت.\n\nخدمة العملاء",
    blamed: "مرحبا،\n\nكان عليك قراءة الشروط.\n\nمارا",
    otherwise: "مرحبا سلمى،\n\nالكتان نبات قديم يزهر باللون الأزرق في حقول الشمال منذ آلاف السنين كما يقولون.\n\nمارا",
  },
};
