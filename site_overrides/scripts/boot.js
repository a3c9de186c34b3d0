// Runs before the page is drawn, so that a chosen color scheme never flashes.
(function () {
  var root = document.documentElement;
  root.classList.remove("no-js");
  root.classList.add("js");
  var chosen = null;
  try { chosen = localStorage.getItem("duizhao.scheme"); } catch (error) { /* storage may be forbidden */ }
  if (chosen === "slate" || chosen === "default") root.dataset.scheme = chosen;

  // The view: the address decides, then what the reader chose last, then what suits the edition.
  var views = ["zh", "both", "en"], view = new URLSearchParams(location.search).get("view");
  if (views.indexOf(view) < 0) {
    try { view = localStorage.getItem("duizhao.view"); } catch (error) { /* storage may be forbidden */ }
  }
  root.dataset.view = views.indexOf(view) < 0 ? root.dataset.defaultView || "both" : view;
})();
