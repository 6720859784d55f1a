#version 330 core
// A quad about one piece of a polyline.
// Spaces: pixels from the upper left corner in, clip out.

layout(location = 0) in vec4 ends;        // a, b
layout(location = 1) in vec4 neighbours;  // the corner before a, the corner after b
layout(location = 2) in vec3 depths;      // at a, at b; half the width in pixels
layout(location = 3) in vec4 color;

uniform vec4 part;  // of the picture that is drawn: left, top, width, height; pixels

out vec2 place;
flat out vec4 stroke_ends;
flat out vec4 stroke_neighbours;
flat out vec3 stroke_depths;
flat out vec4 stroke_color;

void main() {
    vec2 a = ends.xy, b = ends.zw;
    float reach = depths.z + 1.0;  // a pixel more for the smooth edge
    vec2 along = b - a;
    float len = length(along);
    vec2 direction = len > 1e-6 ? along / len : vec2(1.0, 0.0);
    vec2 side = vec2(-direction.y, direction.x) * reach;
    float end = float(gl_VertexID & 1) * 2.0 - 1.0, flank = float((gl_VertexID >> 1) & 1) * 2.0 - 1.0;
    place = (end < 0.0 ? a : b) + direction * reach * end + side * flank;
    stroke_ends = ends;
    stroke_neighbours = neighbours;
    stroke_depths = depths;
    stroke_color = color;
    vec2 within = (place - part.xy) / part.zw;
    gl_Position = vec4(within.x * 2.0 - 1.0, 1.0 - within.y * 2.0, 0.0, 1.0);
}
