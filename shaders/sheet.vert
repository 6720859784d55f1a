#version 330 core
// A corner of a triangle that is drawn as it lies in the picture.
// Spaces: pixels from the upper left corner in, clip out.

layout(location = 0) in vec3 corner;  // x, y, depth
layout(location = 1) in vec4 shade;

uniform vec4 part;  // of the picture that is drawn: left, top, width, height; pixels

out vec2 place;
out float sheet_depth;
out vec4 sheet_color;

void main() {
    place = corner.xy;
    sheet_depth = corner.z;
    sheet_color = shade;
    vec2 within = (place - part.xy) / part.zw;
    gl_Position = vec4(within.x * 2.0 - 1.0, 1.0 - within.y * 2.0, 0.0, 1.0);
}
