#version 330 core
// A quad about one arrow.
// Spaces: pixels from the upper left corner in, clip out.

layout(location = 0) in vec4 ends;    // tail, tip
layout(location = 1) in vec4 style;   // depth at tail and tip; half the shaft's width, width of the outline, pixels
layout(location = 2) in vec4 fill;
layout(location = 3) in vec4 outline;

uniform vec4 part;  // of the picture that is drawn: left, top, width, height; pixels

out vec2 local;  // along the arrow from its tail, and across it; pixels
out vec2 place;  // pixels from the upper left corner
flat out vec4 arrow_ends;
flat out vec4 arrow_style;
flat out vec4 arrow_fill;
flat out vec4 arrow_outline;

void main() {
    vec2 along = ends.zw - ends.xy;
    float len = max(length(along), 1e-3);
    vec2 direction = along / len;
    float reach = style.z * 3.2 + style.w + 1.0;
    local = vec2((gl_VertexID & 1) == 0 ? -reach : len + reach, ((gl_VertexID >> 1) & 1) == 0 ? -reach : reach);
    place = ends.xy + direction * local.x + vec2(-direction.y, direction.x) * local.y;
    arrow_ends = ends;
    arrow_style = style;
    arrow_fill = fill;
    arrow_outline = outline;
    vec2 within = (place - part.xy) / part.zw;
    gl_Position = vec4(within.x * 2.0 - 1.0, 1.0 - within.y * 2.0, 0.0, 1.0);
}
