// About: the method, what a date shows, certainty, sources, limits, terms, keys, licence.
import { button, el, svg } from "../dom.js";
import { DASH } from "../map/style.js";
import * as terms from "./terms.js";

const ICON = "M12 3.5a8.5 8.5 0 100 17 8.5 8.5 0 000-17zM12 11v5.5M12 7.6v.2";
const BORDERS = ["demarcated", "treaty", "approximate", "front", "claim"];

// Sections in reading order: [id, heading, paragraphs]; each text is [English, Chinese, Russian].
export const SECTIONS = [
  [
    "what",
    ["What this is", "這是什麼", "Что это"],
    [
      [
        "A map of the frontier between China and Russia, later the Soviet Union, from 1900 to 1991: Manchuria, Xinjiang, Mongolia and Tuva, with the states around them, the railways, the clashes and the events. It goes by the day.",
        "中國與俄國（後為蘇聯）邊疆一九〇〇至一九九一年之地圖：滿洲、新疆、蒙古、唐努烏梁海及周邊各國，並鐵路、衝突與事件，精確到日。",
        "Карта границы Китая с Россией, затем СССР, за 1900–1991 годы: Маньчжурия, Синьцзян, Монголия, Тува и соседи, дороги, столкновения и события — по дням.",
      ],
      [
        "It follows the Wikipedia article “Sino-Soviet relations”, here called the source article: each of its sections has a chapter. Where that article and the scholarship differ, the map follows the scholarship and a note says so.",
        "以維基百科條目 Sino-Soviet relations（下稱來源條目）為綱。條目與學術著作不合之處，從著作，並於註中說明。",
        "В основе — статья Википедии Sino-Soviet relations, здесь «исходная статья». Где она расходится с трудами историков, карта следует трудам и говорит об этом.",
      ],
    ],
  ],
  [
    "date",
    ["What a date shows", "日期的含義", "Что показывает дата"],
    [
      [
        "A year stands for its last day: “1945” is the evening of 31 December 1945, so what changed in August is already changed. Clashes and events are those of the whole year. Step by month or by day to see within it.",
        "年份指該年最後一日：「1945」即一九四五年十二月三十一日。衝突與事件為全年。可逐月、逐日細看。",
        "Год — это его последний день: «1945» — 31 декабря 1945 года. Столкновения и события — за весь год. Внутри года идите по месяцам или дням.",
      ],
      [
        "A span ends on the day the next begins. A date known only to a month or a range is drawn pale over those days and worded so (“about June 1934”). Dates are in the Gregorian calendar.",
        "一時段止於下一時段之首日。僅知月份或範圍者，於該期間以淡色繪出。日期用公曆。",
        "Период кончается в день начала следующего. Даты, известные приблизительно, показаны бледно. Календарь григорианский.",
      ],
    ],
  ],
  [
    "hands",
    ["Who held it, and whose it was", "誰控制，屬於誰", "Кто владел и чьё по праву"],
    [
      [
        "The fill says who governed the land that day (de facto). Colour by treaty to see whose it was by the agreements of the time (de jure), or by a capital's claims to see it as Peking, Moscow, Nanking, Tokyo or Ulaanbaatar did. Where holder and title part, the land is hatched.",
        "填色示當日實際治理者。可改依條約（法理），或依某一首都之主張著色。控制與名義不一之處加斜線。",
        "Цвет — кто правил на деле (de facto). Можно раскрасить по договорам (de jure) или по взгляду одной из столиц. Где власть и право расходятся — штриховка.",
      ],
      [
        "To draw a claim is not to grant it. Names are those of the day.",
        "繪出主張並非認可主張。地名用當時之名。",
        "Показать притязание — не признать его. Имена — того времени.",
      ],
    ],
  ],
  [
    "certainty",
    ["How sure it is", "確定程度", "Насколько это достоверно"],
    [
      [
        "Every entry is marked high (standard works agree), medium (one good source, or works differ in detail) or low (thin or disputed; its note says why). Borders are drawn by what they are known from:",
        "每條標明高（通行著作一致）、中（僅一可靠來源或細節有異）或低（證據薄弱或有爭議，見註）。邊界線型示其依據：",
        "У каждой записи: высокая (труды согласны), средняя (один хороший источник или расхождения в частностях) или низкая (данных мало или они спорны, см. примечание). Линия границы показывает её основание:",
      ],
    ],
  ],
  [
    "sources",
    ["Sources", "文獻", "Источники"],
    [
      [
        "{works} works stand behind what this page holds. Every popup lists those of its entry; Cite lists those of the view. Losses are given by each side's account, with the work that reports it.",
        "本頁所據文獻 {works} 種。各條說明框列出其出處；「引用」列出此圖之出處。傷亡依各方所稱。",
        "За этой страницей стоит трудов: {works}. Они названы в каждой карточке; в «Ссылке» — все для данного вида. Потери — по версии каждой стороны.",
      ],
    ],
  ],
  [
    "limits",
    ["Limits", "局限", "Пределы"],
    [
      [
        "{low} of {all} entries are of low certainty. Frontier lands are cut with care; the neighbours are coarser, and outside the frontier they change only in their large lines. Fronts were belts that moved, and control thinned out away from towns and lines: an even fill says more than any army could.",
        "{all} 條中 {low} 條確定度為低。邊疆各地細繪，鄰國較略。戰線本為移動的地帶，離城鎮與鐵路愈遠控制愈弱。",
        "Записей низкой достоверности: {low} из {all}. Фронтир показан подробно, соседи — грубее. Фронты были подвижными полосами, а вдали от городов и дорог власть слабела.",
      ],
    ],
  ],
  ["terms", ["Terms", "術語", "Термины"], []],
  ["keys", ["Keyboard", "鍵盤", "Клавиатура"], []],
  [
    "licence",
    ["Licence", "授權", "Лицензия"],
    [
      [
        "Code: MIT. Data: Creative Commons Attribution 4.0 (CC BY 4.0); name the Frontier Atlas and the data version. Coasts, rivers, lakes and modern borders start from Natural Earth (public domain); some town positions from GeoNames (CC BY 4.0). Data version {version}.",
        "程式碼：MIT。資料：CC BY 4.0，請註明 Frontier Atlas 與資料版本。底圖取自 Natural Earth（公有領域），部分地點取自 GeoNames（CC BY 4.0）。資料版本 {version}。",
        "Код: MIT. Данные: CC BY 4.0, с указанием Frontier Atlas и версии данных. Основа — Natural Earth (общественное достояние), часть городов — GeoNames (CC BY 4.0). Версия данных {version}.",
      ],
    ],
  ],
];
export const SHORTCUTS = [
  ["← →", ["one step back or on", "後退或前進一步", "шаг назад или вперёд"]],
  ["Shift ← →", ["a month (by month: a day)", "一個月（逐月時為一日）", "месяц (при шаге в месяц — день)"]],
  ["Home End", ["first and last year", "首年與末年", "первый и последний год"]],
  ["␣", ["play and pause (space)", "播放與暫停（空白鍵）", "пуск и пауза (пробел)"]],
  ["+ −", ["zoom", "縮放", "масштаб"]],
  ["← ↑ → ↓", ["pan, when the map has the focus", "焦點在圖上時平移", "двигать карту, когда она в фокусе"]],
  ["Tab", ["to the next control", "至下一控制項", "к следующему элементу"]],
  ["Esc", ["close a drawer, popup or hint", "關閉面板、說明框或提示", "закрыть панель, карточку или подсказку"]],
  ["?", ["this page", "本說明", "эта справка"]],
];

// Figures that the text names: works, entries, those of low certainty, version.
export function figures({ sources, version }, features) {
  const every = Object.values(features).flat();
  return {
    works: Object.keys(sources).length,
    all: every.length,
    low: every.filter((one) => one.certainty === "low").length,
    version,
  };
}

export function words() {
  const found = {
    about: ["About", "說明", "О карте"],
    about_title: ["About this atlas", "關於本圖", "Об этом атласе"],
    about_hint: ["Show the first steps", "顯示入門提示", "Показать первые шаги"],
  };
  for (const [id, heading, paragraphs] of SECTIONS) {
    found[`about_${id}`] = heading;
    paragraphs.forEach((row, at) => {
      found[`about_${id}_${at}`] = row;
    });
  }
  SHORTCUTS.forEach(([, row], at) => {
    found[`about_key_${at}`] = row;
  });
  return found;
}

function extra(app, id) {
  if (id === "terms") return [terms.list(app)];
  if (id === "keys") {
    return [
      el(
        "dl",
        { class: "key-list" },
        SHORTCUTS.flatMap(([key], at) => [
          el(
            "dt",
            {},
            key.split(" ").map((one) => el("kbd", { text: one })),
          ),
          el("dd", { text: app.say(`about_key_${at}`) }),
        ]),
      ),
    ];
  }
  if (id !== "certainty") return [];
  return [
    el(
      "ul",
      { class: "strokes" },
      BORDERS.map((basis) =>
        el("li", {}, [
          svg("svg", { class: "swatch", viewBox: "0 0 40 16", "aria-hidden": "true" }, [
            svg("line", {
              x1: 1,
              x2: 39,
              y1: 8,
              y2: 8,
              class: "border",
              "stroke-width": 1.8,
              "stroke-dasharray": DASH[basis] || null,
            }),
          ]),
          el("span", { text: app.say(basis) }),
        ]),
      ),
    ),
  ];
}

export function create(app) {
  app.addWords(words());
  const counts = figures(app.payload, app.model.features);
  let at = "";

  function open(body) {
    const heads = SECTIONS.map(([id]) =>
      button("", { text: app.say(`about_${id}`), "data-section": id, on: () => go(body, id) }),
    );
    body.append(el("nav", { class: "about-nav", "aria-label": app.say("about_title") }, heads));
    for (const [id, , paragraphs] of SECTIONS) {
      body.append(
        el("section", { class: "about-part", id: `atlas-about-${id}` }, [
          el("h3", { text: app.say(`about_${id}`), tabindex: "-1" }),
          ...paragraphs.map((_, n) => el("p", { text: app.say(`about_${id}_${n}`, counts) })),
          ...extra(app, id),
        ]),
      );
    }
    body.append(
      button("", {
        text: app.say("about_hint"),
        class: "plain-button",
        on: () => {
          app.closeTool({ focus: false });
          app.showHint();
        },
      }),
    );
    if (at) go(body, at);
    at = "";
  }

  function go(body, id) {
    const part = body.querySelector(`#atlas-about-${id}`);
    body.scrollTop = part.offsetTop - body.offsetTop;
    part.querySelector("h3").focus({ preventScroll: true });
  }

  app.openAbout = (id = "") => {
    at = id;
    app.openTool("about");
  };
  app.registerTool({ id: "about", label: "about", title: "about_title", icon: ICON, order: 90, wide: true, open });
  app.registerKey("?", () => app.openAbout(), { shift: true });
  app.registerKey("Escape", () => {
    if (!app.toolOpen()) return false;
    app.closeTool();
    return true;
  });
  return {};
}
