# The manual page, made from the program's own --help so that it stays true:
#   cmake -D PROGRAM=thalweg -D OUTPUT=thalweg.1 -D VERSION=0.1.0 -P man_page.cmake
function(help_of result)
    execute_process(COMMAND ${PROGRAM} ${ARGN} --help OUTPUT_VARIABLE text COMMAND_ERROR_IS_FATAL ANY)
    string(REPLACE "\\" "\\e" text "${text}")
    string(REPLACE "-" "\\-" text "${text}")
    # A line that begins with a dot or a quote would be a request.
    string(REGEX REPLACE "(^|\n)([.'])" "\\1\\\\&\\2" text "${text}")
    string(STRIP "${text}" text)
    set(${result} "${text}" PARENT_SCOPE)
endfunction()

execute_process(COMMAND ${PROGRAM} --help OUTPUT_VARIABLE overview COMMAND_ERROR_IS_FATAL ANY)
string(REGEX REPLACE ".*\nSubcommands:\n" "" commands "${overview}")
string(REGEX MATCHALL "(^|\n)  [a-z]+" commands "${commands}")

help_of(whole)
set(page ".TH THALWEG 1 \"\" \"thalweg ${VERSION}\" \"User Commands\"
.SH NAME
thalweg \\- gradient descent made visible
.SH SYNOPSIS
.B thalweg
.RI [ FILE ...]
.br
.B thalweg
.I COMMAND
.RI [ OPTION ...]
.SH DESCRIPTION
Opens its window; with a command it works without one.
.PP
.nf
${whole}
.fi
")
foreach(command IN LISTS commands)
    string(STRIP "${command}" command)
    help_of(text ${command})
    string(APPEND page ".SH THALWEG ${command}\n.nf\n${text}\n.fi\n")
endforeach()
string(APPEND page ".SH ENVIRONMENT
.TP
.B THALWEG_RESOURCES
The folder with the program's shaders and assets, when they are not where it was installed.
.SH EXIT STATUS
0 when all went well, 2 when something that was asked for cannot be done; one sentence then says why.
")
file(WRITE ${OUTPUT} "${page}")
