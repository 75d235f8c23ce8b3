// The build for ESM; Deno gives a CommonJS file the build for CommonJS even by `import()`.
export * from "gigs-events";
