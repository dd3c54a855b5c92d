// bridge.js has the code.
export default (c) => {
  window.atlasQueue ||= [];
  window.atlasQueue.push(c);
  window.atlasApp?.drain();
};
