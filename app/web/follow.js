// bridge.js has the code.
export default (c) => {
  (window.atlasQueue ||= []).push(c);
  window.atlasApp?.drain();
};
