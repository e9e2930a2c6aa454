"use strict";
// Shows which values of the record a stretch of the text is, and puts the findings beside their lines.
// Without it the rows of the record still lead to the text.
(() => {
  const source = document.getElementById("source");
  const readout = document.getElementById("readout");
  const how = readout.firstElementChild;
  const marks = [...source.querySelectorAll("mark[data-p]")];
  const rows = new Map();
  for (const row of document.querySelectorAll("#record [data-p]")) rows.set(row.dataset.p, row);
  let chosen = null;

  const markAt = (node) => {
    const mark = node instanceof Element ? node.closest("#source mark") : null;
    return mark && mark.dataset.of ? document.getElementById(mark.dataset.of) : mark;
  };

  const element = (name, text, className) => {
    const made = document.createElement(name);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  const show = (mark) => {
    if (!mark) return readout.replaceChildren(how);
    const list = document.createElement("dl");
    for (const pointer of mark.dataset.p.split(" ")) {
      const value = element("dd", rows.get(pointer).textContent);
      value.dir = "auto";
      list.append(element("dt", pointer), value);
    }
    const values = [...list.querySelectorAll("dd")].map((value) => value.textContent);
    const printed = mark.textContent;
    const shown = printed.length > 200 ? `${printed.slice(0, 200)}…` : printed;
    const parts = values.includes(printed) || !printed ? [list] : [element("p", `Read from: ${shown}`, "of"), list];
    readout.replaceChildren(...parts);
    readout.scrollTop = 0;
  };

  // In its own box alone: where the record is below the text, the page stays where it is.
  const reveal = (row) => {
    const box = document.getElementById("record");
    const [inner, outer] = [row.getBoundingClientRect(), box.getBoundingClientRect()];
    const bottom = Math.min(outer.bottom, innerHeight);
    if (inner.top < outer.top || inner.bottom > bottom) box.scrollTop += inner.top - outer.top - outer.height / 3;
  };

  const choose = (mark) => {
    for (const each of document.querySelectorAll(".chosen")) each.classList.remove("chosen");
    chosen = mark;
    show(mark);
    if (!mark) return;
    mark.classList.add("chosen");
    for (const each of marks) each.tabIndex = each === mark ? 0 : -1;
    for (const pointer of mark.dataset.p.split(" ")) {
      const row = rows.get(pointer);
      row.classList.add("chosen");
      for (let fold = row.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    }
    reveal(rows.get(mark.dataset.p.split(" ")[0]));
  };

  const moves = {
    ArrowRight: (mark) => marks[marks.indexOf(mark) + 1],
    ArrowLeft: (mark) => marks[marks.indexOf(mark) - 1],
    ArrowUp: (mark) => markAt(mark.parentElement),
    ArrowDown: (mark) => mark.querySelector("mark[data-p]"),
    Home: () => marks[0],
    End: () => marks.at(-1),
  };

  source.addEventListener("mouseover", (event) => show(markAt(event.target) || chosen));
  source.addEventListener("mouseleave", () => show(chosen));
  source.addEventListener("focusin", (event) => choose(markAt(event.target)));
  source.addEventListener("click", (event) => {
    const mark = markAt(event.target);
    if (mark && getSelection().isCollapsed) mark.focus({ preventScroll: true });
  });
  source.addEventListener("keydown", (event) => {
    const mark = markAt(event.target);
    if (!mark || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape") {
      mark.blur();
      choose(null);
    } else if (event.key === "Enter") {
      const row = rows.get(mark.dataset.p.split(" ")[0]).parentElement.querySelector("a");
      if (row) row.focus();
    } else if (moves[event.key]) {
      event.preventDefault();
      const next = moves[event.key](mark);
      if (next) next.focus();
    }
  });
  document.getElementById("record").addEventListener("click", (event) => {
    const link = event.target.closest("a");
    const mark = link && document.getElementById(link.hash.slice(1));
    if (!mark) return;
    event.preventDefault();
    document.getElementById("view-source").checked = true;
    mark.focus();
  });
  if (marks.length) marks[0].tabIndex = 0;

  const margin = document.getElementById("margin");
  const wide = matchMedia("(min-width: 86.01rem)");
  const place = () => {
    if (!margin) return;
    margin.classList.toggle("placed", wide.matches);
    let free = 0;
    for (const finding of margin.querySelectorAll(".finding")) {
      finding.style.top = "";
      if (!wide.matches) continue;
      const anchor = document.getElementById(finding.dataset.at);
      const wanted = anchor ? anchor.getBoundingClientRect().top - margin.getBoundingClientRect().top : 0;
      finding.style.top = `${Math.max(wanted, free)}px`;
      free = Math.max(wanted, free) + finding.offsetHeight + 8;
    }
    margin.style.minHeight = wide.matches ? `${free}px` : "";
  };
  place();
  addEventListener("resize", place);
  for (const input of document.querySelectorAll("fieldset input")) input.addEventListener("change", place);
})();
