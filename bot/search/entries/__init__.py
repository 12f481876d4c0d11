"""What an entry tells: whether it is the deed, journey, occasion or thing that was asked for."""
