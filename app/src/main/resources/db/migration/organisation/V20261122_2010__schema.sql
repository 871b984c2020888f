create schema organisation;
