# attache_program_test(NAME SCRIPT [SLOW] [ARGUMENTS ...]): a Python script that runs the program and judges what it gives.
# `ctest -L fast` runs the tests that take seconds, `ctest` all.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
function(attache_program_test name script)
  cmake_parse_arguments(check "SLOW" "" "ARGUMENTS" ${ARGN})
  add_test(NAME ${name} COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/${script} --attache $<TARGET_FILE:attache> ${check_ARGUMENTS})
  set_tests_properties(${name} PROPERTIES LABELS $<IF:$<BOOL:${check_SLOW}>,slow,fast>
                       ENVIRONMENT TSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/cmake/thread_sanitizer.supp)
endfunction()

attache_program_test(program.help tests/cli/check_help.py)
attache_program_test(program.read tests/cli/check_read.py)
attache_program_test(program.record tests/cli/check_record.py)
attache_program_test(program.stories tests/cli/check_stories.py)
attache_program_test(program.determinism tests/cli/check_determinism.py SLOW)
set(bad_input_size --long-line 50)
if(ATTACHE_SANITIZE)  # takes ten times the time and several times the memory
  set(bad_input_size --long-line 2 --most-megabytes 4000)
endif()
attache_program_test(program.bad_input tests/cli/check_bad_input.py SLOW ARGUMENTS ${bad_input_size})
attache_program_test(program.lexicon_check tests/cli/check_lexicon.py SLOW)
attache_program_test(program.lexicon_tools tests/cli/check_lexicon_tools.py)

# The store: what goes in comes out, and no hardship loses or doubles anything.
attache_program_test(store.program tests/store/check_store.py)
attache_program_test(store.outputs tests/store/check_database_outputs.py)
attache_program_test(store.library tests/store/check_library.py ARGUMENTS --example $<TARGET_FILE:attache_store_example>)
attache_program_test(store.hardship tests/store/check_hardship.py SLOW)

# What is coded: whole pages, how real events are and who says so, and sentences without any.
attache_program_test(coding.seed tests/pages/check_seed.py)
set_tests_properties(coding.seed PROPERTIES SKIP_RETURN_CODE 77)
attache_program_test(coding.pages tests/pages/check.py ARGUMENTS --quiet --least 0.85)
attache_program_test(coding.decision_rules tests/coding/decision_rules/check.py)
attache_program_test(coding.who_and_whether tests/coding/decision_rules/check.py ARGUMENTS ${CMAKE_SOURCE_DIR}/tests/coding/decision_rules/who_and_whether.txt)
attache_program_test(coding.contexts tests/coding/contexts/check.py)
attache_program_test(coding.same_event tests/coding/same_event/check.py)
attache_program_test(coding.modality tests/coding/modality/check.py)
attache_program_test(coding.false_alarms tests/coding/false_alarms/check.py)
attache_program_test(coding.modes tests/coding/modes/check.py)
attache_program_test(coding.types tests/coding/modes/check.py ARGUMENTS --types)
attache_program_test(coding.own_types tests/coding/own_types/check.py SLOW)
attache_program_test(coding.constructions eval/constructions.py ARGUMENTS --gold ${PROJECT_SOURCE_DIR}/../shared/gold/constructions)
set_tests_properties(coding.constructions PROPERTIES SKIP_RETURN_CODE 77)

# The lexicon's own examples, and what is wrong with its entries.
add_test(NAME lexicon COMMAND attache lexicon check --lexicon ${PROJECT_SOURCE_DIR}/lexicon)
set_tests_properties(lexicon PROPERTIES LABELS fast)

add_test(NAME corpus COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/corpus/check.py)
set_tests_properties(corpus PROPERTIES LABELS slow)

# Files in other data sets' formats, by readers that are not ours and by users' scripts.
attache_program_test(outputs.formats tests/outputs/check_formats.py)
if(ATTACHE_ARROW)
  set(readers_python ${ATTACHE_ARROW}/bin/python)
else()
  set(readers_python ${Python3_EXECUTABLE})
endif()
add_test(NAME outputs.independent_readers COMMAND ${readers_python} ${PROJECT_SOURCE_DIR}/tests/outputs/check_independent_readers.py --attache $<TARGET_FILE:attache>)
set_tests_properties(outputs.independent_readers PROPERTIES LABELS slow SKIP_RETURN_CODE 77)
