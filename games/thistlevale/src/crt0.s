; Header, interrupt vectors, start-up and the banked call.
	.module crt0
	.globl	_main
	.globl	_vblank
	.globl	_is_colour
	.globl	l__SAVED

; Areas in the order in which the linker lays them out.
	.area	_CODE
	.area	_HOME
	.area	_GSINIT
	.area	_GSFINAL
	.area	_INITIALIZER
	.area	_DATA
	.area	_BSS
	.area	_INITIALIZED
; What a save holds: saved.c alone; save.c copies it as a whole.
	.area	_SAVED
_saved_begin::

	.area	_HEADER (ABS)
	.org	0x40
	jp	_vblank
	.org	0x48
	reti
	.org	0x50
	reti
	.org	0x58
	reti
	.org	0x60
	reti

	.org	0x100
	nop
	jp	start

	.org	0x150
start:
	di
	ld	sp, #0xe000
	ld	b, a		; 0x11 on a Game Boy Color
; Clear work RAM, but not 0xC000-0xC003: wSeed and wSeedMagic belong to whoever started the game.
	ld	hl, #0xc004
clear:
	xor	a
	ld	(hl+), a
	ld	a, h
	cp	#0xe0
	jr	nz, clear
	ld	a, b
	cp	#0x11
	ld	a, #0
	jr	nz, grey
	inc	a
grey:
	ld	(_is_colour), a
; The routine that copies sprites must run from high RAM.
	ld	hl, #dma_code
	ld	c, #0x90
	ld	b, #dma_end - dma_code
dma_copy:
	ld	a, (hl+)
	ldh	(c), a
	inc	c
	dec	b
	jr	nz, dma_copy
	ld	a, #1
	ldh	(0x80), a
	ld	(0x2000), a
	call	_main
stuck:
	jr	stuck

dma_code:
	ld	a, #0xc1	; sprites are kept at 0xC100
	ldh	(0x46), a
	ld	a, #0x28
dma_wait:
	dec	a
	jr	nz, dma_wait
	ret
dma_end:

	.area	_CODE
; u16 saved_size: the bytes of saved.c.
_saved_size::
	.dw	l__SAVED

; Banked call: bank in E, address in HL. The caller's arguments stay where the callee expects them because exactly
; one word (AF) lies between the two return addresses. Results come back in A or BC.
___sdcc_bcall_ehl::
	ldh	a, (0x80)
	push	af
	ld	a, e
	ldh	(0x80), a
	ld	(0x2000), a
	call	jump_hl
	ld	e, a
	pop	af
	ldh	(0x80), a
	ld	(0x2000), a
	ld	a, e
	ret
jump_hl:
	jp	(hl)
