#version 330 core
// The contour map's plot area.
// Spaces: pixels from the upper left corner to clip; `plot` runs over the area, 0..1 from its lower left corner.

uniform vec4 area;  // left, top, right, bottom; pixels
uniform vec4 part;  // of the picture that is drawn: left, top, width, height; pixels

out vec2 plot;

void main() {
    plot = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    vec2 place = vec2(mix(area.x, area.z, plot.x), mix(area.w, area.y, plot.y));
    vec2 within = (place - part.xy) / part.zw;
    gl_Position = vec4(within.x * 2.0 - 1.0, 1.0 - within.y * 2.0, 0.0, 1.0);
}
