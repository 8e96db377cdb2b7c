/** What a file dialog shows. Anything else can be chosen there too, and is refused in words. */
export const romFiles = '.gb,.gbc,.gba,.zip';
