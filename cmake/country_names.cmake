# Countries' names stand in the lexicon once; the layer that prints and reads other data sets has them as a table.
set(country_name_table ${PROJECT_BINARY_DIR}/generated/outputs/country_name_table.inc)
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/generated/outputs)
file(GLOB country_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/lexicon/actors/countries/*.yaml)

add_executable(write_country_names ${PROJECT_SOURCE_DIR}/tools/write_country_names.cpp)
target_link_libraries(write_country_names attache_knowledge)
add_custom_command(
  OUTPUT ${country_name_table}
  COMMAND write_country_names ${PROJECT_SOURCE_DIR}/lexicon ${country_name_table}
  DEPENDS write_country_names ${country_files}
  COMMENT "Writing the countries' names"
  VERBATIM)
add_custom_target(country_name_table DEPENDS ${country_name_table})
add_dependencies(attache_outputs country_name_table)
target_include_directories(attache_outputs PRIVATE ${PROJECT_BINARY_DIR}/generated)
set_source_files_properties(${PROJECT_SOURCE_DIR}/src/outputs/country_names.cpp PROPERTIES OBJECT_DEPENDS ${country_name_table})
