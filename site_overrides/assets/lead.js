// Leads from a short address to the reader's language: the one chosen last, else the browser's, else English.
(function () {
  var ways = document.currentScript.dataset.ways.trim().split(" "), found = {}, chosen = null;
  for (var i = 0; i < ways.length; i += 2) found[ways[i]] = ways[i + 1];
  try { chosen = localStorage.getItem("duizhao.locale"); } catch (error) { /* storage may be forbidden */ }
  var wanted = found[chosen] ? [chosen] : (navigator.languages || [navigator.language || "en"]).map(edition);
  wanted = wanted.filter(Boolean)[0] || "en";
  var target = found[wanted], hash = target.indexOf("#");
  location.replace(hash < 0 ? target + location.search : target.slice(0, hash) + location.search + target.slice(hash));

  function edition(tag) {
    if (/^en/i.test(tag)) return "en";
    if (!/^zh/i.test(tag)) return null;
    if (/-(hk|mo)/i.test(tag)) return "zh-Hant-HK";
    return /-(tw|hant)/i.test(tag) ? "zh-Hant-TW" : "zh-Hans";
  }
})();
