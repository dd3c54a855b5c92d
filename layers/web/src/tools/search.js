// Search: places by all their names, powers, lands, clashes, treaties and events, railways, in any language and script.
import * as time from "../core/time.js";

export const GROUPS = ["place", "polity", "land", "clash", "event", "rail"];
const PER_GROUP = 7;
// Traditional and simplified forms of the characters that the atlas's names use.
const PAIRS =
  "並并亂乱亞亚佔占併并來来係系倉仓們们倫伦傑杰傳传僅仅僑侨儀仪優优內内兩两冊册凱凯別别劃划劉刘動动勝胜勢势區区協协參参吳吴員员問问喬乔嚴严國国圍围圖图團团執执堅坚堯尧報报場场墜坠墾垦奧奥奪夺婭娅孫孙學学實实寧宁寬宽寶宝" +
  "將将專专對对導导屬属岡冈峯峰島岛嶺岭嶼屿師师帳帐帶带幟帜幫帮庫库廈厦廟庙廠厂廣广張张強强後后從从復复徵征愛爱慘惨慶庆應应懷怀懸悬戰战掃扫揚扬換换撫抚擊击據据擾扰敗败敵敌數数斷断於于時时晉晋暫暂曉晓書书會会東东柵栅條条" +
  "楊杨業业槍枪樂乐標标樸朴樹树樺桦橋桥機机權权歷历歸归殘残決决沒没淪沦測测湯汤準准溝沟溫温滿满漢汉澤泽濛蒙濟济濱滨瀋沈灣湾為为烏乌無无熱热營营爭争爺爷爾尔牆墙犧牺獨独獲获琿珲瑪玛璦瑷環环產产異异當当發发盧卢礦矿祕秘禮礼" +
  "稅税種种稱称窩窝窪洼筆笔節节籌筹紀纪約约紅红納纳細细紹绍組组結结絕绝統统綏绥經经綠绿維维綱纲網网線线編编練练縣县縫缝縱纵總总繞绕繪绘羅罗羣群義义習习聖圣聞闻聯联聲声肅肃臚胪臨临臺台與与興兴舉举艦舰茲兹莊庄華华萊莱萬万" +
  "葉叶蓋盖薩萨蘇苏蘊蕴蘭兰處处號号衆众術术衛卫衝冲裏里裝装製制襲袭見见視视親亲計计訓训託托記记訪访設设註注試试話话該该認认誤误說说誰谁談谈諒谅論论諾诺講讲謝谢證证議议護护變变豐丰貝贝貢贡買买貸贷賈贾賚赉賣卖贊赞趙赵車车" +
  "軌轨軍军較较輝辉輪轮輯辑轄辖轉转轟轰辦办這这連连進进遊游運运過过達达遜逊遞递遠远遼辽還还邊边邏逻鄭郑醜丑銷销錚铮錦锦錫锡鎮镇鏡镜鐵铁長长門门開开間间閥阀閻阎闐阗關关陝陕陳陈陸陆陽阳隊队際际隸隶雖虽雙双離离難难雲云電电" +
  "靈灵鞏巩韓韩頁页頂顶項项順顺頓顿頗颇領领頭头額额願愿飛飞餘余館馆馬马馮冯駐驻騎骑驅驱驗验體体鬥斗魯鲁鮑鲍鮮鲜鴨鸭鴻鸿鵝鹅麗丽黃黄黨党齊齐齡龄龍龙";
const SIMPLE = new Map();
for (let i = 0; i < PAIRS.length; i += 2) SIMPLE.set(PAIRS[i], PAIRS[i + 1]);

// One form for all spellings: no case, no diacritics, no punctuation, simplified characters.
export function fold(text) {
  const plain = String(text)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’‘ʼ'`ʹʺ′"ъь]/g, "");
  return Array.from(plain, (char) => SIMPLE.get(char) || char)
    .join("")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const CJK = /[\u3040-\u30ff\u3400-\u9fff]/;

// Is `query` within one edit (change, gap, extra, swap) of a beginning of `text`?
export function oneOff(query, text) {
  if (text[0] !== query[0]) return false;
  let i = 0;
  while (i < query.length && query[i] === text[i]) i += 1;
  const rest = query.slice(i);
  return (
    [text.slice(i + 1), text.slice(i)].some((end) => end.startsWith(rest.slice(1))) ||
    text.slice(i + 1).startsWith(rest) ||
    (rest.length > 1 && text.slice(i).startsWith(rest[1] + rest[0] + rest.slice(2)))
  );
}

// 0 = no match; whole name 100, its beginning 80, a word's beginning 60, every word somewhere 45, inside 40,
// one slip 20.
export function score(query, text) {
  if (!query || !text) return 0;
  if (text === query) return 100;
  const tight = Math.min(8, (8 * query.length) / text.length);
  if (text.startsWith(`${query} `)) return 85 + tight;
  if (text.startsWith(query)) return 80 + tight;
  if (` ${text}`.includes(` ${query}`)) return 60 + tight;
  const words = query.split(" ");
  if (words.length > 1 && words.every((word) => ` ${text}`.includes(` ${word}`))) return 45 + tight;
  if ((query.length > 2 || CJK.test(query)) && text.includes(query)) return 40 + tight;
  if (query.length >= 5 && !CJK.test(query) && text.split(" ").some((word) => oneOff(query, word))) return 20;
  return 0;
}

// Best text of an entry: {points, text}. Texts are {said, folded, weight, row?}.
function best(entry, query, day) {
  let found = null;
  for (const text of entry.texts) {
    const points = score(query, text.folded) * text.weight;
    if (!points) continue;
    const now = text.row && text.row.start <= day && day < text.row.end ? 0.5 : 0;
    if (!found || points + now > found.points) found = { points: points + now, text };
  }
  return found;
}

// [{kind, results: [{entry, text, points}], total}], best group first.
export function find(index, asked, { day = 0, limit = PER_GROUP } = {}) {
  const query = fold(asked);
  if (!query) return [];
  const groups = new Map();
  for (const entry of index) {
    const hit = best(entry, query, day);
    if (!hit) continue;
    if (!groups.has(entry.kind)) groups.set(entry.kind, []);
    groups.get(entry.kind).push({ entry, text: hit.text, points: hit.points + (entry.weight || 0) });
  }
  return [...groups]
    .map(([kind, results]) => {
      results.sort((a, b) => b.points - a.points || a.entry.start - b.entry.start);
      return { kind, results: results.slice(0, limit), total: results.length };
    })
    .sort((a, b) => b.results[0].points - a.results[0].points || GROUPS.indexOf(a.kind) - GROUPS.indexOf(b.kind));
}

export function textsOf(names, weight = 1, row = null) {
  const said = [...new Set(["en", "zh", "ru", "local"].map((key) => names[key]).filter(Boolean))];
  return said.flatMap((one) => {
    const whole = { said: one, folded: fold(one), weight, row };
    // "Tongjiang (Lahasusu)", "Kulja (Ghulja, Ining)": each name also stands alone.
    const alone = /[(（/]/.test(one)
      ? one
          .split(/[()（）/,，、]/)
          .map(fold)
          .filter((part) => part.length > 1)
      : [];
    return [whole, ...alone.map((folded) => ({ said: one, folded, weight: weight * 0.97, row }))];
  });
}

function plainTexts(values, weight) {
  return [...new Set(values.filter(Boolean))].map((said) => ({ said, folded: fold(said), weight, row: null }));
}

// Everything that can be found; made once, at the first opening.
export function buildIndex(model) {
  const { payload } = model;
  const index = [];
  for (const town of payload.base.towns) {
    index.push({
      kind: "place",
      id: town.id,
      town,
      weight: 5 - (town.rank || 4),
      start: 0,
      texts: town.names.flatMap((row) => textsOf(row, 1, row)),
    });
  }
  const lands = model.territories.flatMap((key) => model.features[key]);
  const held = new Map();
  for (const land of lands) held.set(land.polity, [...(held.get(land.polity) || []), land]);
  for (const [key, polity] of Object.entries(payload.polities)) {
    if (!held.has(key)) continue;
    index.push({
      kind: "polity",
      id: key,
      weight: 3,
      start: polity.names[0]?.start || 0,
      lands: held.get(key),
      texts: polity.names.flatMap((row) => textsOf(row, 1, row)),
    });
  }
  index.push(...grouped(lands, (one) => one.names.en, "land"));
  for (const kind of ["clash", "event"]) {
    for (const key of model.ofKind(kind)) {
      for (const feature of model.features[key]) {
        const weight =
          kind === "clash" ? Math.min(2, Math.log10(1 + (feature.killed_max || 0)) / 2) : 3 - (feature.importance || 3);
        const places = plainTexts([feature.place, feature.place_zh, feature.place_ru], 0.6);
        index.push({
          kind,
          id: feature.id,
          features: [feature],
          weight,
          start: feature.start,
          texts: [...textsOf(feature.names), ...places],
        });
      }
    }
  }
  const rails = model.ofKind("line").flatMap((key) => model.features[key]);
  index.push(...grouped(rails, (one) => one.line || one.names.en, "rail"));
  return index;
}

// Rows of one name, a land's tenures or a line's stretches, are one entry, the largest or first open one in front.
function grouped(features, nameOf, kind) {
  const groups = new Map();
  for (const feature of features) groups.set(nameOf(feature), [...(groups.get(nameOf(feature)) || []), feature]);
  return [...groups].map(([name, all]) => {
    const order =
      kind === "land"
        ? [...all].sort((a, b) => (b.area || 0) - (a.area || 0))
        : [...all].sort((a, b) => (a.status === "open" ? 0 : 1) - (b.status === "open" ? 0 : 1) || a.start - b.start);
    const names = new Map(all.flatMap((one) => textsOf(one.names)).map((text) => [text.folded, text]));
    const more = plainTexts(
      kind === "rail" ? all.flatMap((one) => [one.line, one.segment]) : all.map((one) => one.capital),
      0.6,
    );
    const start = Math.min(...all.map((one) => one.start));
    return { kind, id: `${kind}:${name}`, features: order, weight: 0, start, texts: [...names.values(), ...more] };
  });
}

// The day that a result sets: today's if the name or the thing holds then, else its first day (its last, where it
// has no first).
export function dayOf(result, day, [first, last]) {
  const row =
    result.text.row || (result.entry.kind === "land" || result.entry.kind === "rail" ? result.entry.features[0] : null);
  const span = row || { start: result.entry.start, end: result.entry.start + 1 };
  if (span.start <= day && day < span.end) return null;
  const low = time.make(first, 1, 1);
  const high = time.make(last, 12, 31);
  const to = span.start >= low ? span.start : span.end >= time.OPEN ? low : time.addDays(span.end, -1);
  return Math.min(Math.max(to, low), high);
}
