"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const byId = (id) => document.getElementById(id);
  const analysed = data.runs.filter((run) => Object.keys(run.values).length > 0);
  const front = new Set(data.pareto);
  const ticked = new Set(data.runs.filter((run) => run.role).map((run) => run.name));
  // Okabe and Ito's colours, and dashes for those who see none of them.
  const COLOURS = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000"];
  const DASHES = ["solid", "dashed", "dotted"];
  const VIRIDIS = ["#440154", "#3b528b", "#21918c", "#5ec962", "#fde725"];
  const GREY = "#9aa8a0";
  const MANY = 500;
  let sort = { key: data.cost, down: false };
  let kept = null;

  const text = (tag, content, parent) => {
    const element = document.createElement(tag);
    element.textContent = content;
    if (parent) parent.append(element);
    return element;
  };
  const column = (key) => data.columns.find((each) => each.key === key);
  const known = (value) => value !== null && value !== undefined;
  const withUnit = (each) => (each.unit ? `${each.label} (${each.unit})` : each.label);
  const spell = (value) => (known(value) ? String(value) : "–");
  const short = (value) => (known(value) ? String(Number(value.toPrecision(4))) : "–");
  const nameOf = (run) => run.role || run.name;
  const isNumber = (value) => known(value) && value !== "" && Number.isFinite(Number(value));

  function head() {
    byId("title").textContent = data.title;
    const live = data.reload_s > 0 ? ` · follows the sweep, reloads every ${data.reload_s} s` : "";
    byId("byline").textContent = `${data.date} · greenscreen ${data.version}${live}`;
    const summary = byId("summary");
    data.summary.concat(data.notes).forEach((sentence) => text("p", sentence, summary));
    const count = data.runs.length === 1 ? "1 run" : `${data.runs.length} runs`;
    byId("footer").textContent =
      `${count}, ${analysed.length} of them analysed. Bold names: no other run is better in both accuracy and cost. ` +
      "Charts by Apache ECharts (Apache License 2.0). This file does not access the network.";
  }

  function missing() {
    if (!data.unfinished) return;
    const box = byId("missing");
    box.hidden = false;
    text("h2", "What is missing", box);
    text("p", data.unfinished.headline, box);
    const list = document.createElement("ul");
    data.unfinished.gaps.forEach(([run, state, words]) => text("li", `${run} ${state}${words ? `: ${words}` : ""}`, list));
    box.append(list);
    data.unfinished.steps.forEach(([why, command]) => {
      const line = text("p", command ? `${why}: ` : `${why}.`, box);
      if (command) text("code", command, line);
    });
  }

  // ---- a sweep that goes on: load the page anew while nobody touches it, and show what was chosen

  const QUIET_MS = 5000;
  const VIEW = `greenscreen ${location.pathname}`;
  const CHOSEN = ["x", "y", "curve", "find", "matrix-run", "matrix-split"];

  function remember() {
    const view = { sort, ticked: [...ticked], log: byId("log").checked, scroll: [scrollX, scrollY], chosen: {} };
    CHOSEN.forEach((id) => { view.chosen[id] = byId(id).value; });
    try { sessionStorage.setItem(VIEW, JSON.stringify(view)); } catch { /* then the choices are lost */ }
  }

  function recall() {
    try {
      const view = JSON.parse(sessionStorage.getItem(VIEW));
      sessionStorage.removeItem(VIEW);
      return view;
    } catch {
      return null;
    }
  }

  function restore(view) {
    if (!view) return;
    sort = view.sort;
    ticked.clear();
    view.ticked.filter((name) => data.runs.some((run) => run.name === name)).forEach((name) => ticked.add(name));
    byId("log").checked = view.log;
    CHOSEN.forEach((id) => {
      const element = byId(id);
      if (!element.options || [...element.options].some((each) => each.value === view.chosen[id])) element.value = view.chosen[id];
    });
  }

  function follow() {
    if (!(data.reload_s > 0)) return;
    let touched = 0;
    ["pointerdown", "pointermove", "keydown", "wheel"].forEach((kind) =>
      addEventListener(kind, () => { touched = Date.now(); }, { passive: true }));
    const again = () => {
      if (kept || Date.now() - touched < QUIET_MS) {
        setTimeout(again, 1000);
      } else {
        remember();
        location.reload();
      }
    };
    setTimeout(again, data.reload_s * 1000);
  }

  // ---- table

  const COLUMNS = [
    { key: "name", label: "Run", of: (run) => run.name },
    { key: "purpose", label: "Purpose", of: (run) => run.purpose },
    { key: "state", label: "State", of: (run) => (run.why ? `${run.state}: ${run.why}` : run.state) },
    ...data.columns.map((each) => ({
      key: each.key, label: withUnit(each), number: true, of: (run) => run.values[each.key],
    })),
    ...data.parameters.map((name) => ({ key: `p:${name}`, label: name, of: (run) => run.parameters[name] })),
  ];

  function tableHead() {
    const row = document.createElement("tr");
    text("th", "", row).setAttribute("aria-label", "Ticked");
    COLUMNS.forEach((each) => {
      const cell = document.createElement("th");
      cell.scope = "col";
      cell.dataset.key = each.key;
      if (each.number) cell.className = "number";
      const button = text("button", each.label, cell);
      button.type = "button";
      button.addEventListener("click", () => {
        const better = column(each.key) && column(each.key).better === "higher";
        sort = { key: each.key, down: sort.key === each.key ? !sort.down : better };
        table();
      });
      row.append(cell);
    });
    byId("table").tHead.append(row);
  }

  // What is not known stands last, whichever way is sorted.
  function compare(a, b) {
    if (!known(a) || !known(b)) return known(a) ? -1 : known(b) ? 1 : 0;
    const order = isNumber(a) && isNumber(b)
      ? Number(a) - Number(b) : String(a).localeCompare(String(b), "en", { numeric: true });
    return sort.down ? -order : order;
  }

  function shown() {
    const wanted = byId("find").value.trim().toLowerCase();
    const by = COLUMNS.find((each) => each.key === sort.key) || COLUMNS[0];
    return data.runs
      .filter((run) => !kept || kept.has(run.name))
      .filter((run) => !wanted || COLUMNS.some((each) => spell(each.of(run)).toLowerCase().includes(wanted)))
      .sort((a, b) => compare(by.of(a), by.of(b)));
  }

  function tableRow(run) {
    const row = document.createElement("tr");
    row.dataset.run = run.name;
    row.classList.toggle("front", front.has(run.name));
    row.classList.toggle("ticked", ticked.has(run.name));
    row.classList.toggle("left-out", !analysed.includes(run));
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = ticked.has(run.name);
    box.setAttribute("aria-label", `Tick run ${run.name}`);
    box.addEventListener("change", () => {
      if (box.checked) ticked.add(run.name); else ticked.delete(run.name);
      row.classList.toggle("ticked", box.checked);
      charts();
    });
    row.insertCell().append(box);
    COLUMNS.forEach((each) => {
      const cell = row.insertCell();
      cell.textContent = each.key === "name" ? nameOf(run) : each.number ? short(each.of(run)) : spell(each.of(run));
      if (each.number) cell.className = "number";
    });
    return row;
  }

  function table() {
    const runs = shown();
    byId("table").tBodies[0].replaceChildren(...runs.map(tableRow));
    byId("table").tHead.querySelectorAll("th[data-key]").forEach((cell) => {
      const direction = sort.down ? "descending" : "ascending";
      cell.setAttribute("aria-sort", cell.dataset.key === sort.key ? direction : "none");
    });
    byId("count").textContent = `${runs.length} of ${data.runs.length} runs`;
    byId("all-runs").hidden = !kept;
  }

  // ---- charts

  const renderer = data.runs.length > MANY ? "canvas" : "svg";
  const isLargeMatrix = data.confusion.some((each) => each.classes && each.classes.length > 20);
  const make = (id) => echarts.init(byId(id), null, { renderer: id === "matrix" && isLargeMatrix ? "canvas" : renderer });
  const colourOf = (name) => {
    const place = [...ticked].indexOf(name);
    return place < 0 ? GREY : COLOURS[place % COLOURS.length];
  };
  const axisName = { nameLocation: "middle", nameGap: 34, nameTextStyle: { color: "#1d2a24" } };

  // An axis of percentages ends at 100, however its ticks are rounded; all others find their own end.
  const end = (isShare) => ({ max: isShare ? ({ min, max }) => (max + (max - min || max) / 2 > 100 ? 100 : null) : null });

  function nothing(chart, sentence) {
    chart.setOption({ title: { text: sentence, left: "center", top: "middle", textStyle: { fontSize: 15, fontWeight: "normal", color: "#5a6b62" } } }, true);
  }

  function scatter(chart) {
    const x = column(byId("x").value);
    const y = column(byId("y").value);
    const points = x && y ? analysed.filter((run) => known(run.values[x.key]) && known(run.values[y.key])) : [];
    if (!points.length) return nothing(chart, "No run has both values.");
    const point = (run) => ({
      name: nameOf(run),
      value: [run.values[x.key], run.values[y.key]],
      symbol: ticked.has(run.name) ? "diamond" : "circle",
      symbolSize: ticked.has(run.name) ? 15 : 9,
      itemStyle: { color: colourOf(run.name), opacity: 0.85, borderColor: "#ffffff", borderWidth: 1 },
      label: { show: ticked.has(run.name), formatter: "{b}", position: "right", color: "#1d2a24" },
    });
    const series = [{ type: "scatter", data: points.map(point) }];
    const isTradeOff = x.key === data.cost && y.key === "accuracy";
    if (isTradeOff) {
      const steps = data.pareto.map((name) => analysed.find((run) => run.name === name)).filter(Boolean);
      series.unshift({ type: "line", step: "end", name: "Pareto front", symbol: "none", silent: true,
        lineStyle: { color: "#00664b", width: 2 }, data: steps.map((run) => [run.values[x.key], run.values[y.key]]) });
    }
    const positive = points.every((run) => run.values[x.key] > 0);
    chart.setOption({
      animation: false,
      grid: { left: 70, right: 130, top: 30, bottom: 60 },
      legend: isTradeOff ? { data: ["Pareto front"], right: 10, top: 0 } : undefined,
      tooltip: { formatter: (at) => `${echarts.format.encodeHTML(at.name)}<br>${withUnit(x)}: ${at.value[0]}<br>${withUnit(y)}: ${at.value[1]}` },
      xAxis: { ...axisName, type: byId("log").checked && positive ? "log" : "value", scale: true, name: withUnit(x), ...end(x.unit === "%") },
      yAxis: { ...axisName, nameGap: 48, type: "value", scale: true, name: withUnit(y), ...end(y.unit === "%") },
      series,
    }, true);
  }

  function parallelAxis(name, of, isShare) {
    const values = analysed.map(of).filter(known);
    if (values.length && values.every(isNumber)) {
      const numbers = values.map(Number);
      const wide = Math.min(...numbers) > 0 && Math.max(...numbers) > 50 * Math.min(...numbers);
      return { name, type: wide ? "log" : "value", scale: true, ...end(isShare) };
    }
    const distinct = [...new Set(values.map(String))].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
    return { name, type: "category", data: distinct };
  }

  const AXES = [
    ...data.parameters.map((name) => ({ name, of: (run) => run.parameters[name] })),
    ...[data.cost, "accuracy"].map(column).filter(Boolean)
      .map((each) => ({ name: withUnit(each), isShare: each.unit === "%", of: (run) => run.values[each.key] })),
  ];

  function parallel(chart) {
    const complete = analysed.filter((run) => known(run.values.accuracy));
    if (!complete.length || AXES.length < 2) return nothing(chart, "Not enough data for this chart.");
    const accuracies = complete.map((run) => run.values.accuracy);
    const axes = AXES.map((axis, dim) => ({ dim, nameTextStyle: { fontSize: 12 }, ...parallelAxis(axis.name, axis.of, axis.isShare) }));
    const cell = (run, dim) => {
      const value = AXES[dim].of(run);
      if (!known(value)) return "-";
      return axes[dim].type === "category" ? String(value) : Number(value);
    };
    chart.setOption({
      animation: false,
      parallelAxis: axes,
      parallel: { left: 60, right: 110, top: 40, bottom: 30, parallelAxisDefault: { nameLocation: "end" } },
      visualMap: { show: true, type: "continuous", dimension: AXES.length - 1, min: Math.min(...accuracies), max: Math.max(...accuracies),
        right: 0, top: "middle", text: ["accuracy", ""], inRange: { color: VIRIDIS }, calculable: false },
      series: [{ type: "parallel", smooth: false, inactiveOpacity: 0.06, activeOpacity: 0.9, lineStyle: { width: 2, opacity: 0.7 },
        data: complete.map((run) => ({ name: run.name, value: AXES.map((_, dim) => cell(run, dim)) })) }],
    }, true);
    chart.off("axisareaselected");
    chart.on("axisareaselected", () => {
      const intervals = chart.getModel().getComponent("parallelAxis") ? brushed(chart, complete) : null;
      kept = intervals;
      table();
    });
  }

  // Runs that pass every brushed interval, null where nothing is brushed.
  function brushed(chart, complete) {
    const series = chart.getModel().getSeriesByIndex(0);
    const indices = series.getRawIndicesByActiveState("active");
    const idle = series.getRawIndicesByActiveState("normal").length === complete.length;
    return idle || indices.length === complete.length ? null : new Set(indices.map((i) => complete[i].name));
  }

  function lines(chart) {
    const curve = data.curves.find((each) => each.key === byId("curve").value);
    const runs = data.runs.filter((run) => ticked.has(run.name) && curve && run.curves[curve.key]);
    if (!runs.length) return nothing(chart, ticked.size ? "None of the ticked runs has this curve." : "Tick runs in the table to see them here.");
    chart.setOption({
      animation: false,
      grid: { left: 70, right: 30, top: 50, bottom: 60 },
      legend: { type: "scroll", top: 0 },
      tooltip: { trigger: "axis" },
      xAxis: { ...axisName, type: "value", name: "Epoch", min: 1, minInterval: 1, max: Math.max(2, ...runs.map((run) => run.curves[curve.key].length)) },
      yAxis: { ...axisName, nameGap: 48, type: "value", scale: true, name: curve.label, ...end(curve.label.endsWith("(%)")) },
      series: runs.map((run) => {
        const place = [...ticked].indexOf(run.name);
        return { type: "line", name: nameOf(run), showSymbol: run.curves[curve.key].length < 30, symbolSize: 5,
          color: colourOf(run.name), lineStyle: { type: DASHES[Math.floor(place / COLOURS.length) % DASHES.length] },
          data: run.curves[curve.key].map((value, i) => [i + 1, value === null ? "-" : value]) };
      }),
    }, true);
  }

  // ---- classes: the confusion matrix of a run on a split, and what it says of each class

  const matrixRun = () => data.confusion.find((each) => each.run === byId("matrix-run").value);
  const percent = (share) => (known(share) ? (100 * share).toFixed(1) : "–");
  const CLASS_COLUMNS = [
    ["Class", (row) => row.class],
    ["Images", (row, split) => row[split].images],
    ["Predicted", (row, split) => row[split].predicted],
    ["Precision (%)", (row, split) => percent(row[split].precision)],
    ["Recall (%)", (row, split) => percent(row[split].recall)],
    ["F1", (row, split) => (known(row[split].f1) ? row[split].f1.toFixed(3) : "–")],
  ];

  function matrix(chart) {
    const run = matrixRun();
    if (!run) return;
    if (run.error) return nothing(chart, "The files of this run cannot be read.");
    const split = byId("matrix-split").value;
    const names = run.classes.map((row) => row.class);
    const few = names.length <= 20;
    const cells = run[split].flatMap((row, y) => {
      const images = run.classes[y][split].images;
      return row.map((count, x) => [x, y, images ? count / images : 0, count]);
    });
    const axis = { type: "category", data: names, splitArea: { show: false }, axisLabel: { show: few, interval: 0, width: 96, overflow: "truncate" }, axisTick: { show: false } };
    chart.setOption({
      animation: false,
      grid: { left: few ? 110 : 40, right: 20, top: 20, bottom: few ? 110 : 40 },
      tooltip: { formatter: ({ data: [x, y, share, count] }) =>
        `true ${echarts.format.encodeHTML(names[y])}, predicted ${echarts.format.encodeHTML(names[x])}<br>${count} images, ${percent(share)} % of the row` },
      xAxis: { ...axis, name: "Predicted class", nameLocation: "middle", nameGap: few ? 86 : 14, axisLabel: { ...axis.axisLabel, rotate: 45 } },
      yAxis: { ...axis, inverse: true },
      series: [{
        type: "heatmap",
        data: cells.map((value) => ({ value, itemStyle: { color: shade(value[2]) } })),
        label: { show: few, formatter: ({ data: { value } }) => (value[3] ? (value[2] < 0.005 ? "<1" : String(Math.round(100 * value[2]))) : ""), fontSize: 11 },
        itemStyle: { borderWidth: few ? 1 : 0, borderColor: "#ffffff" },
      }],
    }, true);
  }

  function shade(share) {
    const place = Math.sqrt(share);
    const mixed = [0x08, 0x30, 0x6b].map((full) => Math.round(255 + place * (full - 255)));
    return `rgb(${mixed.join(", ")})`;
  }

  function classTable() {
    const run = matrixRun();
    const split = byId("matrix-split").value;
    const rows = run && run.classes ? run.classes : [];
    const head = document.createElement("tr");
    CLASS_COLUMNS.forEach(([label], i) => {
      const cell = text("th", label, head);
      cell.scope = "col";
      if (i) cell.className = "number";
    });
    byId("class-table").tHead.replaceChildren(head);
    byId("class-table").tBodies[0].replaceChildren(...rows.map((each) => {
      const row = document.createElement("tr");
      CLASS_COLUMNS.forEach(([, of], i) => { text("td", String(of(each, split)), row).className = i ? "number" : ""; });
      return row;
    }));
  }

  function splits() {
    const run = matrixRun();
    const select = byId("matrix-split");
    const before = select.value;
    const all = ["test", "validation"].filter((each) => run && run[each]);
    select.replaceChildren(...all.map((each) => new Option(each, each, false, each === before)));
  }

  function classes() {
    if (!data.confusion.length) return;
    byId("classes").hidden = false;
    byId("to-classes").hidden = false;
    data.confusion.forEach((each) => {
      const run = data.runs.find((one) => one.name === each.run);
      byId("matrix-run").append(new Option(run ? nameOf(run) : each.run, each.run));
    });
    byId("matrix-run").value = data.confusion[data.confusion.length - 1].run;
    splits();
    const again = () => { classTable(); views.filter((view) => view.draw === matrix).forEach((view) => view.draw(view.chart)); };
    byId("matrix-run").addEventListener("change", () => { splits(); again(); });
    byId("matrix-split").addEventListener("change", again);
  }

  let views = [];
  const charts = () => views.filter((view) => view.draw !== parallel && view.draw !== matrix).forEach((view) => view.draw(view.chart));

  function choices(id, all, chosen) {
    all.forEach((each) => {
      const option = text("option", each.label, byId(id));
      option.value = each.key;
      option.selected = each.key === chosen;
    });
    byId(id).addEventListener("change", charts);
  }

  const before = recall();
  head();
  missing();
  tableHead();
  const named = data.columns.map((each) => ({ key: each.key, label: withUnit(each) }));
  choices("x", named, data.cost);
  choices("y", named, "accuracy");
  choices("curve", data.curves.filter((each) => data.runs.some((run) => run.curves[each.key])), "val_accuracy");
  classes();
  restore(before);
  splits();
  classTable();
  byId("log").addEventListener("change", charts);
  byId("find").addEventListener("input", table);
  byId("none").addEventListener("click", () => { ticked.clear(); table(); charts(); });
  byId("all-runs").addEventListener("click", () => { kept = null; table(); views.find((view) => view.draw === parallel).draw(views.find((view) => view.draw === parallel).chart); });
  table();
  // A table that shrinks while an axis is dragged must not move that axis away from the hand.
  const frame = byId("table").parentElement;
  frame.style.minHeight = `${frame.offsetHeight}px`;
  const drawn = [["scatter", scatter], ["parallel", parallel], ["lines", lines]];
  if (data.confusion.length) drawn.push(["matrix", matrix]);
  views = drawn.map(([id, draw]) => ({ chart: make(id), draw }));
  views.forEach((view) => view.draw(view.chart));
  if (before) scrollTo(...before.scroll);
  follow();
  window.addEventListener("resize", () => views.forEach((view) => view.chart.resize()));
})();
