import { report } from './newsroom.ts';

export const listing = report(
  {
    title: 'Commerce adds 38 Huawei affiliates to the Entity List',
    text: 'The U.S. Commerce Department added 38 affiliates of Huawei to the Entity List on Monday. Exports to them need a license under a presumption of denial. The affiliates operate cloud businesses in 21 countries.',
  },
  '2024-03-05',
);
export const listingUpdate = report(
  {
    title: 'Huawei affiliates on the Entity List may get repair parts',
    publisher: 'Strait Post',
    text: 'The U.S. Commerce Department added 38 affiliates of Huawei to the Entity List on Monday. A temporary general license lets suppliers in Osaka ship repair parts until September 30. Lawyer Dana Whitfield said the license covers about 2,400 contracts.',
  },
  '2024-03-06',
);
export const ban = report(
  {
    title: 'Norway bars ZTE from its 5G core network',
    publisher: 'Fjord Times',
    text: 'Norway barred ZTE from the core of its 5G networks on Tuesday. Operators must take out ZTE equipment within four years. Minister Ingrid Solberg put the cost at 900 million kroner.',
  },
  '2024-03-05',
);
export const fine = report(
  {
    title: 'SMIC supplier pays $14 million over unlicensed exports',
    publisher: 'Basin News',
    text: 'A supplier of SMIC agreed to pay $14 million for unlicensed exports of chip tools, the Bureau of Industry and Security said. The shipments left Oregon in 2021. Export privileges are suspended for three years.',
  },
  '2024-03-05',
);
