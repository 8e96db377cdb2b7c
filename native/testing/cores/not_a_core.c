/* A sound shared library that is no libretro core. */
#if defined(_WIN32)
__declspec(dllexport)
#else
__attribute__((visibility("default")))
#endif
    int not_a_core(void);

int not_a_core(void) { return 1; }
