/** Addresses that are programs: javascript:, vbscript: and data: wherever an element takes an address, and links that leave. */
import type { Attack } from "./attack.ts";

const PROGRAMS = [
  "javascript:%JS%",
  "JaVaScRiPt:%JS%",
  " \u0001javascript:%JS%",
  "java\tscript:%JS%",
  "java&#10;script:%JS%",
  "java&Tab;script&colon;%JS%",
  "&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;%JS%",
  "&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A%JS%",
  "&#0000106avascript:%JS%",
  "javascript://%0a%JS%",
  "javascript://%HOST%/%0d%0a%JS%",
  "\u2028javascript:%JS%",
  "\u00a0javascript:%JS%",
  "feed:javascript:%JS%",
  "view-source:javascript:%JS%",
  "vbscript:MsgBox(1)",
  "livescript:%JS%",
  "mocha:%JS%",
  "data:text/html,<script>%JS%</script>",
  "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
  "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='%JS%'/>",
  "data:application/xhtml+xml,<x:script xmlns:x='http://www.w3.org/1999/xhtml'>%JS%</x:script>",
  "blob:http://localhost/x",
  "filesystem:http://localhost/temporary/x.html",
  "file:///etc/passwd",
];

const PLACES: readonly ((address: string) => string)[] = [
  (address) => `<a href="${address}">click</a>`,
  (address) => `<a href="https://fine.test" xlink:href="${address}" href="${address}">click</a>`,
  (address) => `<iframe src="${address}"></iframe>`,
  (address) => `<object data="${address}"></object><embed src="${address}">`,
  (address) => `<img src="${address}"><img srcset="${address} 1x"><input type=image src="${address}">`,
  (address) => `<form action="${address}"><button formaction="${address}">click</button><input type=submit></form>`,
  (address) => `<base href="${address}"><a href="x">click</a>`,
  (address) => `<area href="${address}" shape=default><map name=m><area href="${address}"></map>`,
  (address) => `<svg><a xlink:href="${address}"><text y=20>click</text></a><use href="${address}"/></svg>`,
  (address) => `<math href="${address}"><mtext>click</mtext></math>`,
  (address) => `<link rel=stylesheet href="${address}"><link rel=import href="${address}">`,
  (address) => `<meta http-equiv=refresh content="0;url=${address}">`,
  (address) => `<table background="${address}"><td background="${address}">x</table><body background="${address}">`,
  (address) => `<video src="${address}" poster="${address}"><track src="${address}" default></video>`,
  (address) => `<blockquote cite="${address}">x</blockquote><q cite="${address}">x</q><del cite="${address}">x</del>`,
  (address) => `<div style="background:url('${address}')">x</div><div style="width:expression(${address})">x</div>`,
  (address) => `<isindex action="${address}" type=submit><bgsound src="${address}"><layer src="${address}"></layer>`,
  (address) => `<a href="#" ping="${address}" target="_top" download="${address}">click</a>`,
];

const PLAIN = [
  "Please click javascript:%JS% now",
  "See https://fine.test/\"onmouseover=%JS%// and http://fine.test/'><script>%JS%</script>",
  "https://fine.test/<img src=x onerror=%JS%>",
  "[click](javascript:%JS%) and <javascript:%JS%> and data:text/html,<script>%JS%</script>",
  "http://javascript:%JS%@%HOST%/ www.javascript:%JS%",
  'mailto:x@y.test?subject=<script>%JS%</script> x@y.test"onclick=%JS%',
  "\u202ehttp://elif/tset.enif\u202c \u2066https://fine.test\u2069 https://fine.test/\u202egpj.exe",
  "<script>%JS%</script><img src=x onerror=%JS%>",
  "&lt;script&gt;%JS%&lt;/script&gt; &#60;img src=x onerror=%JS%&#62;",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is meant as it is written
  "{{constructor.constructor('%JS%')()}} ${%JS%} <%= %JS% %> #{%JS%}",
  "https://\u0440\u0430ypal.test https://fine.test@%HOST%/ http://[::1]:1/ http://fine.test%00.evil.test",
  "www.a.test\u0000javascript:%JS% \u0007\u001b]8;;javascript:%JS%\u0007click\u001b]8;;\u0007",
];

export const links: readonly Attack[] = [
  // Every program once in a link, and then through all places in turn: each place meets at least two programs.
  ...PROGRAMS.map((address) => ({
    family: "address",
    html: `<a href="${address}">click</a><a href='${address}'>me</a>`,
  })),
  ...PLACES.flatMap((place, index) =>
    [PROGRAMS[0], PROGRAMS[18 + (index % 4)]].map((address) => ({ family: "address", html: place(address as string) })),
  ),
  ...PLAIN.map((text) => ({ family: "plain text", text })),
];
