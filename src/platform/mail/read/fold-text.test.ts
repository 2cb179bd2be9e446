import { describe, expect, test } from "vitest";
import { foldText } from "./fold-text.ts";

const answer = "Yes, that works for me.";
const quote = "> Shall we send the new wick?\n> Best, Ann";

/** As mail programs write them today, by language. */
const ATTRIBUTIONS = [
  ["English, Gmail", "On Mon, May 6, 2024 at 9:12 AM Ann Lee <ann@lanterns.example> wrote:"],
  ["English, Apple", "On 6 May 2024, at 09:12, Ann Lee <ann@lanterns.example> wrote:"],
  ["English, Thunderbird", "On 5/6/24 09:12, Ann Lee wrote:"],
  ["English, Proton", "On Monday, May 6th, 2024 at 9:12 AM, Ann Lee <ann@lanterns.example> wrote:"],
  ["English, Yahoo", "On Monday, May 6, 2024 at 09:12:00 AM GMT+2, Ann Lee <ann@lanterns.example> wrote:"],
  ["English, Zoho", "---- On Mon, 06 May 2024 09:12:00 +0200 Ann Lee <ann@lanterns.example> wrote ----"],
  ["German, Gmail", "Am Mo., 6. Mai 2024 um 09:12 Uhr schrieb Ann Lee <ann@lanterns.example>:"],
  ["German, Apple", "Am 06.05.2024 um 09:12 schrieb Ann Lee <ann@lanterns.example>:"],
  ["French", "Le lun. 6 mai 2024 à 09:12, Ann Lee <ann@lanterns.example> a écrit :"],
  ["Spanish", "El lun, 6 may 2024 a las 9:12, Ann Lee (<ann@lanterns.example>) escribió:"],
  ["Portuguese", "Em seg., 6 de mai. de 2024 às 09:12, Ann Lee <ann@lanterns.example> escreveu:"],
  ["Italian", "Il giorno lun 6 mag 2024 alle ore 09:12 Ann Lee <ann@lanterns.example> ha scritto:"],
  ["Dutch", "Op ma 6 mei 2024 om 09:12 schreef Ann Lee <ann@lanterns.example>:"],
  ["Swedish", "Den mån 6 maj 2024 kl 09:12 skrev Ann Lee <ann@lanterns.example>:"],
  ["Danish", "Den man. 6. maj 2024 kl. 09.12 skrev Ann Lee <ann@lanterns.example>:"],
  ["Norwegian", "man. 6. mai 2024 kl. 09:12 skrev Ann Lee <ann@lanterns.example>:"],
  ["Finnish", "ma 6. toukok. 2024 klo 9.12 Ann Lee (ann@lanterns.example) kirjoitti:"],
  ["Polish", "pon., 6 maj 2024 o 09:12 Ann Lee <ann@lanterns.example> napisał(a):"],
  ["Polish, Thunderbird", "W dniu 6.05.2024 o 09:12, Ann Lee pisze:"],
  ["Czech", "po 6. 5. 2024 v 9:12 odesílatel Ann Lee <ann@lanterns.example> napsal:"],
  ["Slovak", "po 6. 5. 2024 o 9:12 Ann Lee <ann@lanterns.example> napísal(a):"],
  ["Hungarian", "Ann Lee <ann@lanterns.example> ezt írta (időpont: 2024. máj. 6., H, 9:12):"],
  ["Romanian", "lun., 6 mai 2024 la 09:12, Ann Lee <ann@lanterns.example> a scris:"],
  ["Russian", "пн, 6 мая 2024 г. в 09:12, Ann Lee <ann@lanterns.example>:"],
  ["Ukrainian", "пн, 6 трав. 2024 р. о 09:12 Ann Lee <ann@lanterns.example> пише:"],
  ["Bulgarian", "На пн, 6.05.2024 г. в 9:12 Ann Lee <ann@lanterns.example> написа:"],
  ["Turkish", "Ann Lee <ann@lanterns.example>, 6 May 2024 Pzt, 09:12 tarihinde şunu yazdı:"],
  ["Greek", "Στις Δευ 6 Μαΐ 2024 στις 9:12 π.μ., ο χρήστης Ann Lee <ann@lanterns.example> έγραψε:"],
  ["Croatian", "pon, 6. svi 2024. u 09:12 Ann Lee <ann@lanterns.example> napisao je:"],
  ["Lithuanian", "2024-05-06, pr, 09:12 Ann Lee <ann@lanterns.example> rašė:"],
  ["Estonian", "Kuupäeval E, 6. mai 2024 kell 09:12 kirjutas Ann Lee <ann@lanterns.example>:"],
  ["Japanese", "2024年5月6日(月) 9:12 Ann Lee <ann@lanterns.example>:"],
  ["Korean", "2024년 5월 6일 (월) 오전 9:12, Ann Lee <ann@lanterns.example>님이 작성:"],
  ["Chinese, simplified", "Ann Lee <ann@lanterns.example> 于2024年5月6日周一 09:12写道："],
  ["Chinese, traditional", "Ann Lee <ann@lanterns.example> 於 2024年5月6日 週一 上午9:12寫道："],
  ["Vietnamese", "Vào Th 2, 6 thg 5, 2024 vào lúc 09:12 Ann Lee <ann@lanterns.example> đã viết:"],
  ["Indonesian", "Pada Sen, 6 Mei 2024 pukul 09.12 Ann Lee <ann@lanterns.example> menulis:"],
  ["Hebrew", "‫בתאריך יום ב׳, 6 במאי 2024 ב-9:12 מאת ‪Ann Lee‬‏ <‪ann@lanterns.example‬‏>:‬"],
  ["Arabic", "في الاثنين، 6 مايو 2024 في 9:12 ص، كتب Ann Lee <ann@lanterns.example>:"],
] as const;

describe("the line above a quoted mail is recognised", () => {
  test.each(ATTRIBUTIONS)("%s", (_language, line) => {
    expect(foldText(`${answer}\n\n${line}\n\n${quote}\n`)).toMatchObject({ reply: answer });
    expect(foldText(`${answer}\n\n${line}\n\nShall we send the new wick?\nBest, Ann\n`)).toMatchObject({
      reply: answer,
    });
  });

  test.each(ATTRIBUTIONS.filter(([, line]) => line.includes(" <")))(
    "%s, broken before the address",
    (_language, line) => {
      const broken = line.replace(" <", " <\n").replace("<\n", "\n<");
      expect(foldText(`${answer}\n\n${broken}\n\n${quote}\n`)).toMatchObject({ reply: answer });
    },
  );
});

describe("blocks above a quoted mail are recognised", () => {
  test.each([
    [
      "Outlook in English",
      "From: Ann Lee <ann@lanterns.example>\nSent: Monday, May 6, 2024 9:12 AM\nTo: Mara\nSubject: Wick",
    ],
    [
      "Outlook in German",
      "Von: Ann Lee <ann@lanterns.example>\nGesendet: Montag, 6. Mai 2024 09:12\nAn: Mara\nBetreff: Docht",
    ],
    [
      "Outlook in French",
      "De : Ann Lee <ann@lanterns.example>\nEnvoyé : lundi 6 mai 2024 09:12\nÀ : Mara\nObjet : Mèche",
    ],
    ["Outlook in Spanish", "De: Ann Lee\nEnviado el: lunes, 6 de mayo de 2024 9:12\nPara: Mara\nAsunto: Mecha"],
    ["Outlook in Dutch", "Van: Ann Lee\nVerzonden: maandag 6 mei 2024 09:12\nAan: Mara\nOnderwerp: Lont"],
    ["Outlook in Polish", "Od: Ann Lee\nWysłano: poniedziałek, 6 maja 2024 09:12\nDo: Mara\nTemat: Knot"],
    ["Outlook in Russian", "От: Ann Lee\nОтправлено: 6 мая 2024 г. 9:12\nКому: Mara\nТема: Фитиль"],
    ["Outlook in Chinese", "发件人: Ann Lee\n发送时间: 2024年5月6日 9:12\n收件人: Mara\n主题: 灯芯"],
    ["Outlook in Japanese", "差出人: Ann Lee\n送信日時: 2024年5月6日 9:12\n宛先: Mara\n件名: 芯"],
    ["bold labels", "*From:* Ann Lee <ann@lanterns.example>\n*Sent:* Monday\n*To:* Mara\n*Subject:* Wick"],
    [
      "QQ",
      '------------------ 原始邮件 ------------------\n发件人: "Ann" <ann@lanterns.example>;\n发送时间: 2024年5月6日\n收件人: "Mara"<mara@quist.example>;\n主题: Re: 灯',
    ],
    ["an original message", "-----Original Message-----\nFrom: ann@lanterns.example\nSubject: Wick"],
    [
      "Proton's rule",
      "------- Original Message -------\nOn Monday, May 6th, 2024 at 9:12 AM, Ann <ann@lanterns.example> wrote:",
    ],
    [
      "a forward",
      "---------- Forwarded message ---------\nFrom: Ann <ann@lanterns.example>\nDate: Mon, May 6, 2024\nSubject: Wick\nTo: Mara",
    ],
  ])("%s", (_name, block) => {
    expect(foldText(`${answer}\n\n${block}\n\nShall we send the new wick?\n`).reply).toBe(answer);
    expect(foldText(`${answer}\n________________________________\n${block}\n\nShall we?\n`).reply).toBe(answer);
  });
});

describe("signatures are folded, greetings are not", () => {
  test.each([
    "Sent from my iPhone",
    "Sent from my Galaxy",
    "Sent from Yahoo Mail on Android",
    "Get Outlook for iOS",
    "Sent from Outlook for Android <https://aka.example/x>",
    "Von meinem iPhone gesendet",
    "Gesendet mit der GMX Mail App",
    "Envoyé de mon iPhone",
    "Enviado desde mi iPhone",
    "Enviado do meu iPhone",
    "Inviato da iPhone",
    "Verstuurd vanaf mijn iPhone",
    "Skickat från min iPhone",
    "Sendt fra min iPhone",
    "Lähetetty iPhonesta",
    "Wysłane z iPhone'a",
    "Odesláno z iPhonu",
    "Отправлено с iPhone",
    "iPhone'umdan gönderildi",
    "iPhoneから送信",
    "나의 iPhone에서 보냄",
    "发自我的iPhone",
    "發自我的 iPhone",
    "Sent with Proton Mail secure email.",
    "-- \nMara Quist\nGardens",
    "--\nMara",
  ])("%s", (signature) => {
    expect(foldText(`${answer}\n\n${signature}\n`).reply).toBe(answer);
  });

  test.each([
    "Best regards,\nMara",
    "Sent from my desk, where the lantern stands, this mail has a long story to tell about phones.",
    "The confirmation was sent from my phone to your office and to all customers.",
    "-- first: the wick\n-- second: the glass\n-- third: the oil",
    "Prices:\n----\nlamp 12\n----\noil 3",
  ])("stays: %s", (text) => {
    expect(foldText(`${answer}\n\n${text}\n`).reply).toBe(`${answer}\n\n${text}`);
  });
});

describe("what a person wrote is never folded", () => {
  test.each([
    ["a sentence about writing", "On Monday I wrote: where is my order?\nOn Tuesday you wrote back: soon."],
    ["a sentence about writing with a date", "On 3 May 2024 at 10:15 I wrote:\nPlease cancel.\nNobody did."],
    ["a journey", "From: Hamburg\nTo: Bremen\nDate: 3 May 2024\nTwo persons."],
    ["times", "2024-01-15 14:30\n15.01.2024 14:30\nThese are the times that suit me."],
    ["answers between the lines", "> Did it come?\nYes.\n> Is it whole?\nNo."],
    [
      "an answer below the quote",
      "On Mon, May 6, 2024 at 9:12 AM Ann <ann@lanterns.example> wrote:\n> Did it come?\n\nYes, it came.",
    ],
    ["a quote alone", "> Did it come?"],
    [
      "a forwarded mail alone",
      "---------- Forwarded message ---------\nFrom: Pia <pia@wick.example>\nSubject: Wick\n\nThe wick is gone.",
    ],
    ["a line on a link", "See https://wrote.example/on/2024 where Ann wrote: see below\nand this is below."],
    ["only a rule", "----"],
  ])("%s", (_name, text) => {
    expect(foldText(text)).toMatchObject({ reply: text, folded: "" });
  });

  test("quoted passages that stay are marked", () => {
    const text = "> Did it come?\nYes.\n> Is it whole?\nNo.";
    expect(foldText(text).quotedInReply.map(({ start, end }) => text.slice(start, end))).toEqual([
      "> Did it come?\n",
      "> Is it whole?\n",
    ]);
  });

  test("an empty answer on top of a quote is an empty answer", () => {
    expect(foldText(`On Mon, May 6, 2024 at 9:12 AM Ann <ann@lanterns.example> wrote:\n${quote}\n`).reply).toBe("");
  });
});
