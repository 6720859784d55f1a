#version 330 core
// A corner of a triangle that is drawn as it lies in the picture.
// Spaces: pixels from the upper left corner in, clip out.

layout(location = 0) in vec3 corner;  // x, y, depth
layout(location = 1) in vec4 shade;

uniform vec2 picture_size;

out vec2 place;
out float sheet_depth;
out vec4 sheet_color;

void main() {
    place = corner.xy;
    sheet_depth = corner.z;
    sheet_color = shade;
    gl_Position = vec4(place.x / picture_size.x * 2.0 - 1.0, 1.0 - place.y / picture_size.y * 2.0, 0.0, 1.0);
}
