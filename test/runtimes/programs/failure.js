// Tells the server at once that there will be no report, where a script cannot be loaded or throws.
addEventListener("error", () => fetch("report", { method: "POST", body: "null" }), { capture: true });
