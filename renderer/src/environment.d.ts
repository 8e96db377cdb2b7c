/// <reference types="vite/client" />

interface Window {
  /** Only there inside the shell's window. */
  eevee?: import('../../protocol/bridge.ts').EeveeBridge;
}
