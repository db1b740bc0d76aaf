Console.WriteLine("csrgraph");
