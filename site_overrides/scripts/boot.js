// Runs before the page is drawn, so that nothing the reader chose before flashes or jumps.
(function () {
  var root = document.documentElement, address = new URLSearchParams(location.search);
  var choices = {
    view: ["zh", "both", "en"], layout: ["side", "lines"], notes: ["beside", "below", "hidden"], pinyin: ["off", "on"],
    size: ["normal", "small", "large", "larger"], measure: ["normal", "narrow", "wide"], scheme: ["auto", "default", "slate"]
  };
  function recall(key) {
    try { return localStorage.getItem("duizhao." + key); } catch (error) { return null; /* storage may be forbidden */ }
  }
  // The address decides, then what the reader chose last, then what suits the edition.
  Object.keys(choices).forEach(function (key) {
    var allowed = choices[key], usual = key === "view" ? root.dataset.defaultView || "both" : allowed[0];
    root.dataset[key] = [address.get(key), recall(key)].find(function (each) { return allowed.indexOf(each) >= 0; }) || usual;
  });
  root.dataset.hide = recall("hide") || "";
  root.classList.replace("no-js", "js");
  window.duizhao = { choices: choices, recall: recall };
})();
