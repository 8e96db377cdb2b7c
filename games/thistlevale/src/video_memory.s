; Video memory: the vertical blank interrupt and routines that must be quick.
	.module video
	.globl	_frame_ready, _wFrameCounter, _scroll_x, _scroll_y, _lcd_control, _window_x, _window_y
	.globl	_is_colour, _block_tiles, _block_palettes, _fade_mask

	.area	_CODE
; Shows what the main program has prepared: sprites, scroll position, window.
_vblank::
	push	af
	push	hl
	ld	hl, #_wFrameCounter
	inc	(hl)
	jr	nz, counted
	inc	hl
	inc	(hl)
counted:
	ld	a, (_frame_ready)
	or	a
	jr	z, vblank_end
	call	0xff90
	ld	a, (_scroll_x)
	ldh	(0x43), a
	ld	a, (_scroll_y)
	ldh	(0x42), a
	ld	a, (_window_x)
	ldh	(0x4b), a
	ld	a, (_window_y)
	ldh	(0x4a), a
	ld	a, (_lcd_control)
	ldh	(0x40), a
	xor	a
	ld	(_frame_ready), a
vblank_end:
	pop	hl
	pop	af
	reti

; void wait_vblank(void): sleeps until the interrupt has taken the frame.
_wait_vblank::
	halt
	nop
	ld	a, (_frame_ready)
	or	a
	jr	nz, _wait_vblank
	ret

; void draw_block(u8 *corner, u8 block): four tiles and, on colour machines, their palettes. Waits for the moments in
; which video memory is open, so it may be called at any time.
_draw_block::
	ld	l, a
	ld	h, #0
	add	hl, hl
	add	hl, hl
	push	hl
	ld	bc, #_block_tiles
	add	hl, bc
	call	put_four
	pop	hl
	ld	a, (_is_colour)
	or	a
	ret	z
	ld	bc, #_block_palettes
	add	hl, bc
	ld	a, #1
	ldh	(0x4f), a
	call	put_four
	xor	a
	ldh	(0x4f), a
	ret

put_four:
	push	de
	call	put_two
	ld	a, e
	add	a, #31		; a block begins on an even row: no carry into D
	ld	e, a
	call	put_two
	pop	de
	ret

put_two:
	ld	a, (hl+)
	ld	b, a
	ld	a, (hl+)
	ld	c, a
put_two_wait:
	ldh	a, (0x41)
	and	a, #2
	jr	nz, put_two_wait
	ld	a, b
	ld	(de), a
	inc	e
	ld	a, c
	ld	(de), a
	ret

; void put_tile(u8 *cell, u8 tile): one tile; on colour machines with palette 0.
_put_tile::
	ld	b, a
put_tile_wait:
	ldh	a, (0x41)
	and	a, #2
	jr	nz, put_tile_wait
	ld	a, b
	ld	(de), a
	ld	a, (_is_colour)
	or	a
	ret	z
	ld	a, #1
	ldh	(0x4f), a
put_palette_wait:
	ldh	a, (0x41)
	and	a, #2
	jr	nz, put_palette_wait
	xor	a
	ld	(de), a
	ldh	(0x4f), a
	ret

; void put_cell(u8 *cell, u8 tile): one tile; its palette stays.
_put_cell::
	ld	b, a
put_cell_wait:
	ldh	a, (0x41)
	and	a, #2
	jr	nz, put_cell_wait
	ld	a, b
	ld	(de), a
	ret

; void put_palette(u8 *cell, u8 palette): the palette alone; grey machines have none.
_put_palette::
	ld	b, a
	ld	a, (_is_colour)
	or	a
	ret	z
	ld	a, #1
	ldh	(0x4f), a
	ld	a, b
	call	_put_cell
	xor	a
	ldh	(0x4f), a
	ret

; void palette_write(const u8 *colours, u8 port): 32 colours through palette port 0x69 or 0x6B, whitened by fade_mask.
; Call it in the vertical blank only.
_palette_write::
	ld	c, a
	dec	c
	ld	a, #0x80
	ldh	(c), a
	inc	c
	ld	l, e
	ld	h, d
	ld	a, (_fade_mask)
	ld	e, a
	ld	a, (_fade_mask + 1)
	ld	d, a
	ld	b, #32
palette_next:
	ld	a, (hl+)
	or	a, e
	ldh	(c), a
	ld	a, (hl+)
	or	a, d
	ldh	(c), a
	dec	b
	jr	nz, palette_next
	ret

; void copy(u8 *to, const u8 *from, u16 size): all arguments on the stack.
_copy::
	ldhl	sp, #6
	ld	a, (hl+)
	ld	c, a
	ld	b, (hl)
	or	a, b
	ret	z
	ldhl	sp, #2
	ld	a, (hl+)
	ld	e, a
	ld	a, (hl+)
	ld	d, a
	ld	a, (hl+)
	ld	h, (hl)
	ld	l, a
; C counts the inner loop, B the outer one.
	ld	a, c
	or	a
	jr	z, copy_next
	inc	b
copy_next:
	ld	a, (hl+)
	ld	(de), a
	inc	de
	dec	c
	jr	nz, copy_next
	dec	b
	jr	nz, copy_next
	ret

; void fill(u8 *to, u8 value, u16 size): all arguments on the stack.
_fill::
	ldhl	sp, #5
	ld	a, (hl+)
	ld	c, a
	ld	b, (hl)
	or	a, b
	ret	z
	ldhl	sp, #2
	ld	a, (hl+)
	ld	e, a
	ld	a, (hl+)
	ld	d, (hl)
	ld	h, a
	ld	l, e
	ld	a, c
	or	a
	ld	a, d
	jr	z, fill_next
	inc	b
fill_next:
	ld	(hl+), a
	dec	c
	jr	nz, fill_next
	dec	b
	jr	nz, fill_next
	ret
