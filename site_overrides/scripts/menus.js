// The contents and the reading options close on Escape, on a click outside, and when a place on the page was chosen.
const menus = [...document.querySelectorAll(".dz-menu")];

function close(menu, focus) {
  if (!menu.open) return;
  menu.open = false;
  if (focus) menu.querySelector("summary").focus();
}

for (const menu of menus) {
  menu.addEventListener("keydown", (event) => { if (event.key === "Escape") close(menu, true); });
  menu.addEventListener("click", (event) => { if (event.target.closest("a")) close(menu, false); });
  menu.addEventListener("toggle", () => {
    const here = menu.open && menu.querySelector(".dz-drawer [aria-current]");
    if (here) here.scrollIntoView({ block: "center" });
  });
}
document.addEventListener("click", (event) => menus.filter((each) => !each.contains(event.target)).forEach((each) => close(each, false)));
document.addEventListener("focusin", (event) => {
  if (event.target !== document.body) menus.filter((each) => !each.contains(event.target)).forEach((each) => close(each, false));
});
duizhao.closeMenus = () => menus.forEach((each) => close(each, false));
