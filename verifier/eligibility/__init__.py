"""Does an applicant meet the conditions of a route? What a notice asks for is data; here stand only the ways of counting."""
