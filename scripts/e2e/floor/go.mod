module floor

go 1.24
