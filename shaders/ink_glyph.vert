#version 330 core
// A square about one mark.
// Spaces: pixels from the upper left corner in, clip out.

layout(location = 0) in vec4 center;   // x, y, depth; radius in pixels
layout(location = 1) in vec2 style;    // width of the outline in pixels, shape
layout(location = 2) in vec4 fill;
layout(location = 3) in vec4 outline;

uniform vec4 part;  // of the picture that is drawn: left, top, width, height; pixels

out vec2 offset;  // from the centre, pixels, y down
flat out vec4 glyph_center;
flat out vec2 glyph_style;
flat out vec4 glyph_fill;
flat out vec4 glyph_outline;

void main() {
    vec2 corner = vec2(gl_VertexID & 1, (gl_VertexID >> 1) & 1) * 2.0 - 1.0;
    offset = corner * (center.w + 1.0);  // a pixel more for the smooth edge
    vec2 place = center.xy + offset;
    glyph_center = center;
    glyph_style = style;
    glyph_fill = fill;
    glyph_outline = outline;
    vec2 within = (place - part.xy) / part.zw;
    gl_Position = vec4(within.x * 2.0 - 1.0, 1.0 - within.y * 2.0, 0.0, 1.0);
}
