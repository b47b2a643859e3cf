// The world of a Code node: the run's data under n8n's names, a console, timers.
(function (host, own) {
  "use strict";
  const define = Object.defineProperty;
  const text = String;
  const { stringify } = JSON;
  const { hasOwn } = Object;
  const { apply } = Reflect;
  const { slice } = Array.prototype;
  const { log, stored, parameter } = own;
  let dialect = "code";
  let input = null;
  let current = null;
  let position = 0;
  const memory = {};

  function variable(name, get) {
    define(globalThis, name, { get, set(value) { constant(name, value); }, enumerable: false, configurable: true });
  }

  function constant(name, value) {
    define(globalThis, name, { value, writable: true, enumerable: false, configurable: true });
  }

  function absent(name, instead) {
    const refuse = () => {
      throw new Error(name + " is not available in scripts: " + instead);
    };
    return new Proxy(refuse, { get: (target, key) => (typeof key === "symbol" ? undefined : refuse()), apply: refuse });
  }

  // The input's items, each the same object however often it is asked for.
  function all() {
    if (input === null) {
      input = host.inputAll();
      for (let i = 0; i < input.length; i++) {
        input[i].pairedItem = { item: i };
      }
    }
    return input;
  }

  function itemNow() {
    return current !== null ? current : all()[0];
  }

  function storedFor(kind) {
    if (kind !== "global" && kind !== "node") {
      throw new Error("$getWorkflowStaticData knows 'global' and 'node', not '" + text(kind) + "'");
    }
    return (memory[kind] ??= stored(kind));
  }

  const $input = {
    get item() { return itemNow(); },
    get context() { return host.inputContext(); },
    get params() { return host.variable("$parameter"); },
    first: () => (current !== null ? host.inputEnd(true) : all()[0]),
    last: () => (current !== null ? host.inputEnd(false) : all()[all().length - 1]),
    all,
  };
  constant("$input", $input);
  variable("items", all);
  variable("item", () => (dialect === "functionItem" ? itemNow().json : itemNow()));
  variable("$json", () => itemNow()?.json);
  variable("$data", () => itemNow()?.json);
  variable("$binary", () => itemNow()?.binary ?? {});
  variable("$itemIndex", () => position);
  variable("$position", () => position);
  for (const name of ["$runIndex", "$workflow", "$execution", "$now", "$today", "$vars",
    "$prevNode", "$parameter", "$rawParameter", "$mode", "$nodeId", "$nodeVersion", "$webhookId", "DateTime", "Duration", "Interval",
    "$jmespath", "$jmesPath", "$if", "$ifEmpty", "$min", "$max", "$average", "$not", "numberList", "zip"]) {
    variable(name, () => host.variable(name));
  }
  constant("$env", new Proxy({}, {
    get: (target, name) => (typeof name === "string" ? host.environment(name) : undefined),
  }));

  const nodes = new Map();
  constant("$", (given) => {
    const name = text(given);
    if (!nodes.has(name)) {
      let list = null;
      nodes.set(name, {
        get item() { return host.paired(name); },
        get params() { return host.parameters(name); },
        get isExecuted() { return host.executed(name); },
        get context() { return host.nodeContext(name); },
        itemMatching: (index) => (index === undefined ? host.paired(name) : host.pairedTo(name, index)),
        pairedItem: (index) => (index === undefined ? host.paired(name) : host.pairedTo(name, index)),
        first: (output, run) => host.nodeEnd(name, true, output, run),
        last: (output, run) => host.nodeEnd(name, false, output, run),
        all: (output, run) => (output === undefined && run === undefined
          ? (list ??= host.nodeAll(name)) : host.nodeAll(name, output, run)),
      });
    }
    return nodes.get(name);
  });
  constant("$items", (name, output, run) => (name === undefined ? all() : globalThis.$(name).all(output, run)));
  constant("$node", new Proxy({}, {
    get: (target, name) => (typeof name !== "string" ? undefined : {
      get json() { return host.sameIndex(name).json; },
      get data() { return host.sameIndex(name).json; },
      get binary() { return host.sameIndex(name).binary ?? {}; },
      get parameter() { return host.parameters(name); },
      get context() { return host.nodeContext(name); },
      get runIndex() { return host.nodeRuns(name) - 1; },
    }),
  }));
  // The same names as seen from another item.
  constant("$item", (given) => {
    const at = Number(given) || 0;
    const itemOf = (name) => {
      const item = globalThis.$(name).all()[at];
      if (item === undefined) throw new Error("node '" + name + "' has no item number " + text(at));
      return item;
    };
    return {
      get $json() { return all()[at]?.json; },
      get $data() { return all()[at]?.json; },
      get $binary() { return all()[at]?.binary ?? {}; },
      $itemIndex: at,
      $position: at,
      $node: new Proxy({}, {
        get: (target, name) => (typeof name !== "string" ? undefined : {
          get json() { return itemOf(name).json; },
          get data() { return itemOf(name).json; },
          get binary() { return itemOf(name).binary ?? {}; },
          get parameter() { return host.parameters(name); },
          get context() { return host.nodeContext(name); },
          get runIndex() { return host.nodeRuns(name) - 1; },
        }),
      }),
    };
  });
  constant("$getWorkflowStaticData", storedFor);
  constant("getWorkflowStaticData", storedFor);
  const ownParameter = (name) => parameter(text(name)) ?? undefined;
  constant("getNodeParameter", ownParameter);
  constant("getBinaryData", () => itemNow()?.binary);
  constant("setBinaryData", (binary) => {
    itemNow().binary = binary;
  });
  // What is made when a script first asks for it, so that no other script waits for it.
  const parts = new Map();
  function part(name) {
    if (!parts.has(name)) parts.set(name, own.part(name, part));
    return parts.get(name);
  }
  for (const [name, file] of [["Buffer", "bytes"], ["atob", "bytes"], ["btoa", "bytes"], ["TextEncoder", "bytes"],
    ["TextDecoder", "bytes"], ["URL", "web"], ["URLSearchParams", "web"], ["structuredClone", "clone"]]) {
    variable(name, () => part(file)[name]);
  }
  variable("crypto", () => part("crypto"));
  const modules = {
    crypto: () => part("crypto"),
    buffer: () => part("bytes"),
    url: () => part("web"),
    luxon: () => ({ DateTime: globalThis.DateTime, Duration: globalThis.Duration, Interval: globalThis.Interval }),
  };
  constant("require", (given) => {
    const name = text(given).replace(/^node:/, "");
    if (Object.hasOwn(modules, name)) return modules[name]();
    throw new Error("require('" + text(given) + "') is not available in scripts: " + Object.keys(modules).join(", ")
      + " are; for others use what JavaScript offers, or another node");
  });
  constant("fetch", absent("fetch", "use an HTTP Request node before or after this one"));
  constant("XMLHttpRequest", absent("XMLHttpRequest", "use an HTTP Request node before or after this one"));
  constant("process", absent("process", "environment variables are in $env"));

  function fileOf(index, name) {
    if (typeof name !== "string") throw new TypeError("name the file by the item's index and the file's name");
    const file = (current !== null && index === position ? current : all()[index])?.binary?.[name];
    if (!file) throw new Error("the item " + text(index) + " has no file “" + name + "”");
    return file;
  }
  const TYPES = { csv: "text/csv", gif: "image/gif", html: "text/html", jpeg: "image/jpeg", jpg: "image/jpeg", json: "application/json",
    md: "text/markdown", mp3: "audio/mpeg", mp4: "video/mp4", pdf: "application/pdf", png: "image/png", svg: "image/svg+xml",
    txt: "text/plain", webp: "image/webp", xml: "text/xml", zip: "application/zip",
    xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" };
  const offered = {
    // The bytes of a file of the node's input; a file that the script itself made is read where it is.
    async getBinaryDataBuffer(index, name) {
      const { Buffer } = part("bytes");
      const file = fileOf(index, name);
      return typeof file.data === "string" && !file.id ? Buffer.from(file.data, "base64")
        : Buffer.from(own.file(Number(index), name, (size) => new ArrayBuffer(size)));
    },
    assertBinaryData: fileOf,
    async prepareBinaryData(bytes, fileName = "", mimeType = undefined) {
      const { Buffer } = part("bytes");
      const dot = text(fileName).lastIndexOf(".");
      const fileExtension = dot < 0 ? "" : text(fileName).slice(dot + 1);
      return { data: Buffer.from(bytes).toString("base64"), mimeType: mimeType ?? TYPES[fileExtension.toLowerCase()] ?? "text/plain",
        fileName: text(fileName), fileExtension };
    },
  };
  const helpers = new Proxy(offered, {
    get(target, name) {
      if (Object.hasOwn(target, name)) return target[name];
      if (typeof name === "symbol") return undefined;
      throw new Error("helpers." + name + " is not available in scripts: use an HTTP Request node or a file node before or after"
        + " this one (" + Object.keys(target).join(", ") + " are there)");
    },
  });
  constant("helpers", helpers);
  constant("$helpers", helpers);

  function shown(value) {
    if (typeof value === "string") return value;
    if (value instanceof Error) return value.stack ?? text(value);
    if (typeof value !== "object" || value === null) return text(value);
    try {
      return stringify(value) ?? text(value);
    } catch {
      return text(value);
    }
  }
  const print = (...values) => {
    log(values.map(shown).join(" "));
  };
  constant("console", { log: print, info: print, warn: print, error: print, debug: print, trace: print });

  // Timers: run when the script waits, never in between.
  const timers = new Map();
  let lastTimer = 0;
  const clock = Date.now;
  function start(action, delay, given, repeat) {
    if (typeof action !== "function") throw new TypeError("a timer needs a function");
    const wait = Math.max(1, Number(delay) || 0);
    timers.set(++lastTimer, { action, given, at: clock() + wait, wait, repeat });
    return lastTimer;
  }
  function stop(id) {
    timers.delete(id);
  }
  constant("setTimeout", (action, delay, ...given) => start(action, delay, given, false));
  constant("setInterval", (action, delay, ...given) => start(action, delay, given, true));
  constant("setImmediate", (action, ...given) => start(action, 0, given, false));
  constant("clearTimeout", stop);
  constant("clearInterval", stop);
  constant("clearImmediate", stop);
  constant("queueMicrotask", (action) => {
    Promise.resolve().then(action);
  });

  function nextTimer() {
    let next = null;
    for (const [id, timer] of timers) {
      if (next === null || timer.at < next[1].at) next = [id, timer];
    }
    return next;
  }

  // The commonest error in the words that people know from elsewhere.
  const asUsual = (message) => message.replace(/^Cannot read property '(.*)' of (undefined|null)$/s,
    "Cannot read properties of $2 (reading '$1')");

  const context = {
    helpers,
    getWorkflowStaticData: storedFor,
    getNodeParameter: ownParameter,
  };

  return {
    beginAll(kind) {
      dialect = kind;
      current = null;
      position = 0;
    },
    beginItem(kind, item, index) {
      dialect = kind;
      item.pairedItem = { item: index };
      current = item;
      position = index;
      timers.clear();
    },
    itemNow: () => current,
    // Whether any value of a list looks like an item.
    hasItems(list) {
      for (let i = 0; i < list.length; i++) {
        const value = list[i];
        if (typeof value === "object" && value !== null
          && (hasOwn(value, "json") || hasOwn(value, "binary") || hasOwn(value, "pairedItem") || hasOwn(value, "error"))) {
          return true;
        }
      }
      return false;
    },
    // Values of a list as JSON, much faster than asked for one by one; undefined where JSON cannot say them.
    written(list, from, end) {
      try {
        return stringify(apply(slice, list, [from, end]));
      } catch {
        return undefined;
      }
    },
    // Whether all of them are objects or lists, which JSON says as they are.
    areObjects(list, from, end) {
      for (let i = from; i < end; i++) {
        const value = list[i];
        if (typeof value !== "object" || value === null) return false;
      }
      return true;
    },
    run(script, kept, broken) {
      script.call(context).then(kept, broken);
    },
    // Milliseconds until the next timer; -1 where there is none.
    due() {
      const next = nextTimer();
      return next === null ? -1 : Math.max(0, next[1].at - clock());
    },
    tick() {
      const next = nextTimer();
      if (next !== null && next[1].at <= clock()) {
        const [id, timer] = next;
        if (timer.repeat) timer.at = clock() + timer.wait;
        else timers.delete(id);
        timer.action(...timer.given);
      }
    },
    stored: () => memory,
    told(error) {
      if (!(error instanceof Error)) {
        let message = "a value was thrown";
        try {
          message = typeof error === "object" && error !== null && typeof error.message === "string"
            ? error.message : shown(error);
        } catch { /* what cannot be read is not told */ }
        return { message: text(message), name: "", line: 0 };
      }
      const place = /\n\s+at .*?\bcode:(\d+)/.exec("\n" + text(error.stack));
      return { message: asUsual(text(error.message)), name: text(error.name), line: place === null ? 0 : Number(place[1]) };
    },
  };
})
